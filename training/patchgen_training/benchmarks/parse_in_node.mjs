// Times WebPd's parser over a folder of .pd files and prints one line of JSON.
//
//     node parse_in_node.mjs FOLDER          (in a folder where @webpd/pd-parser is installed)
//
// Reading the files is not timed.

import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const WARM_UP = 50
const ERRORS = 5

const require = createRequire(join(process.cwd(), 'here.js'))
const { default: parse } = await import(pathToFileURL(require.resolve('@webpd/pd-parser')))

const complaint = ([name, text]) => {
    try {
        const result = parse(text)
        return result.status === 0 ? null : `${name}: ${result.errors[0]?.message}`
    } catch (error) {
        return `${name}: ${error}`.slice(0, 200)
    }
}

const folder = process.argv[2]
const names = readdirSync(folder).filter((name) => name.endsWith('.pd')).sort()
const files = names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])
files.slice(0, WARM_UP).forEach(complaint)
const started = process.cpuUsage()
const failed = files.map(complaint).filter((said) => said !== null)
const { user, system } = process.cpuUsage(started)
console.log(JSON.stringify({
    seconds: (user + system) / 1e6,
    parsed: files.length - failed.length,
    failed: failed.length,
    errors: failed.slice(0, ERRORS),
}))
