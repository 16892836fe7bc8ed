"""Patches that only look dangerous; the gate must let all of them through."""

from __future__ import annotations

HEAD = "#N canvas 0 50 450 300 12;\n"

HARMLESS = {
    "a symbol named quit": "[symbol quit( -> [print]",
    "a list that begins with pd": "[list pd quit( -> [print]",
    "a printed pd": "[bng] -> [print pd]",
    "the word quit for oneself": "[quit( -> [s game], [r game] -> [route quit] -> [print]",
    "a name like Pd's": "[bng] -> [s pdvolume], [r pdvolume] -> [print]",
    "a name with pd- inside": "[bng] -> [s my-pd-name], [r my-pd-name] -> [print]",
    "a name like a shell": "[bng] -> [s shell], [r shell] -> [print]",
    "a receiver in a message": "[bng] -> [; volume 0.5(, [r volume] -> [print]",
    "a receiver of one's own": "[bng] -> [; volume-$0 1(",
    "listening to Pd": "[r pd-dsp-started] -> [print]",
    "dollars of the patch": "[bng] -> [s $0-pd], [r $0-pd] -> [print]",
    "an argument after a name": "[5( -> [; volume $1(, [r volume] -> [print]",
    "a name that is set": "[set $1( -> [b( -> [print]",
    "words that are added": "[add2 $1( -> [b( -> [print]",
    "a counter": "[bng] -> [f] -> [+ 1], [+ 1] -> 1:[f]",
    "until that counts": "[bng] -> [8( -> [until] -> [f] -> [print]",
    "until with a stop": "[bng] -> [until] -> [f] -> [+ 1] -> [sel 9] -> 1:[until], [+ 1] -> 1:[f]",
    "a big table": "[table sample 441000]",
    "a big array": f"{HEAD}#X array a 100000 float 3;\n#X coords 0 1 99999 -1 200 140 1;\n",
    "a long delay": "[osc~] -> [delwrite~ a 5000], [delread~ a 5000] -> [*~ 0.1] -> [dac~]",
    "a quick metro": "[tgl] -> [metro 1] -> [f] -> [print]",
    "a number in a name": "[5( -> [makefilename take-%04d.wav] -> [print]",
    "a text for oneself": "[clear( -> [text define notes]",
    "a table that is filled": "[const 0( -> [s a], [table a 9]",
    "a table that gets longer": "[resize 44100( -> [s a], [table a 9]",
    "a table of one's own name": "[1( -> [tabwrite $0-a], [table $0-a 9]",
    "a comment about quitting": f"{HEAD}#X obj 9 40 bng;\n#X text 9 9 \\; pd quit \\, C:\\\\x;\n",
    "a path of one's own": f"{HEAD}#X declare -path lib;\n#X obj 9 9 bng;\n",
    "a division": "[bng] -> [/ 2] -> [expr $f1 / 2] -> [print]",
    "the word write in a list": "[list write x( -> [print]",
    "words that are routed": "[read 1( -> [route read write] -> [print]",
    "a slider with names": (
        "[hsl 128 15 0 127 0 0 $0-level $0-set level 0 0 0 0 0 0 0 0 1] -> [print]"
    ),
    "structures, one in the other": "[struct line array dots dot], [struct dot float x]",
    "a name with dots": "[bng] -> [s a.x], [r a.x] -> [print]",
    "a microphone": "[adc~] -> [*~ 0.1] -> [dac~]",
    "keys to notes": "[notein] -> [makenote 64 200] -> [noteout]",
    "a block of its own": "[pd x {[inlet~] -> [outlet~], [block~ 1024 4]}]",
}
