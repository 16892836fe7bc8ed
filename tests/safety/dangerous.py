"""Dangerous patches by what they would do; none is opened but in the check's own sandbox.

Each comes with the code of the finding that must refuse it, and words of its reason.
"""

from __future__ import annotations

HEAD = "#N canvas 0 50 450 300 12;\n"

PROGRAMS = {
    "shell of ggee": ("[shell]", "gate-capability", "exec: [shell]"),
    "shell by its library's name": ("[ggee/shell]", "gate-capability", "exec"),
    "popen": ("[popen]", "gate-capability", "exec"),
    "system of motex": ("[motex/system]", "gate-capability", "exec"),
    "system.exec": ("[system.exec ls]", "gate-capability", "exec"),
    "osascript": ("[osascript]", "gate-capability", "exec"),
    "a second Pd": ("[pd~ -ninsig 1]", "gate-capability", "exec"),
    "a shell in a subpatch": ("[pd x {[popen]}]", "gate-capability", "exec"),
    "copies of a shell": ("[clone shell 3]", "gate-capability", "exec"),
}

CODE = {
    "Lua": ("[pdlua]", "gate-capability", "code"),
    "Python": ("[pyext script]", "gate-capability", "code"),
    "Java": ("[pdj~ a]", "gate-capability", "code"),
    "Tcl": ("[tclpd]", "gate-capability", "code"),
    "a plug-in": ("[plugin~ x]", "gate-capability", "code"),
    "a VST": ("[vstplugin~]", "gate-capability", "code"),
    "import": ("[import evil]", "gate-capability", "code"),
    "declare -lib, a box": ("[declare -lib evil]", "gate-capability", "code"),
    "declare -lib, a record": (f"{HEAD}#X declare -lib evil;\n#X obj 9 9 f;\n", "gate", "code"),
    "declare -lib, escaped": (f"{HEAD}#X declare \\-l\\ib e;\n#X obj 9 9 f;\n", "gate", "code"),
    "declare -stdlib": (f"{HEAD}#X declare -stdlib evil;\n#X obj 9 9 f;\n", "gate", "code"),
    "declare -path, absolute": (f"{HEAD}#X declare -path /tmp;\n#X obj 9 9 f;\n", "gate", "code"),
    "declare -path, the home": (f"{HEAD}#X declare -path ~;\n#X obj 9 9 f;\n", "gate", "code"),
    "an absolute name": ("[/tmp/evil]", "gate-capability", "code"),
    "a name from the home": ("[~/evil]", "gate-capability", "code"),
    "a name that climbs": ("[../evil]", "gate-capability", "code"),
    "a name that climbs later": ("[a/../../evil]", "gate-capability", "code"),
    "copies of an absolute name": ("[clone /tmp/evil 3]", "gate-capability", "code"),
    "nobody knows": ("[mystery]", "gate-unknown", "mystery"),
    "a built-in name and a blank": (f"{HEAD}#X obj 9 9 f\\ evil;\n", "gate-unknown", "f evil"),
    "a name from the argument": ("[$1]", "gate-unknown", "$1"),
}

FILES = {
    "soundfiler writes": ("[write a.wav x( -> [soundfiler]", "gate-capability", "file"),
    "soundfiler reads": ("[read /etc/passwd x( -> [soundfiler]", "gate-capability", "read"),
    "writesf~": ("[open x.wav( -> [writesf~ 2]", "gate-capability", "file"),
    "readsf~": ("[open x.wav( -> [readsf~]", "gate-capability", "read"),
    "textfile": ("[write x( -> [textfile]", "gate-capability", "file"),
    "savepanel": ("[savepanel]", "gate-capability", "file"),
    "openpanel": ("[openpanel]", "gate-capability", "read"),
    "file handle": ("[file handle]", "gate-capability", "file"),
    "file delete": ("[x( -> [file delete]", "gate-capability", "file"),
    "file copy": ("[file copy]", "gate-capability", "file"),
    "an array writes": ("[write x( -> [array define a]", "gate-capability", "file"),
    "an array by its name": ("[; a write x(, [table a 9]", "gate-capability", "file"),
    "an array by [send]": ("[write x( -> [s a], [table a 9]", "gate-capability", "file"),
    "an array of another patch": ("[write x( -> [s array1]", "gate-capability", "file"),
    "that, word by word": ("[symbol write( -> [$1 x( -> [s array1]", "gate-capability", "file"),
    "a text writes": ("[write x( -> [text define n]", "gate-capability", "file"),
    "a text reads": ("[read x( -> [text define n]", "gate-capability", "read"),
    "a rewritten message writes": (
        "[set write x \\, bang( -> [b( -> [text define n]", "gate-capability", "rewritten",
    ),
    "an array that is renamed writes": (
        "[symbol $0-b( -> [rename $1( -> [s a], [table a 9], [r x] -> [s $0-b], [; x write f(",
        "gate-capability", "file",
    ),
    "bonk~ writes": ("[write x( -> [bonk~]", "gate-capability", "file"),
    "the patch saves itself": (
        f"{HEAD}#X obj 9 9 f;\n#X savetofile x.pd /tmp;\n", "record-kind", "savetofile",
    ),
    "the contents of an array write": (
        f"{HEAD}#X array a 9 float 3;\n#A write x;\n", "record-kind", "write",
    ),
    "a comma hides a command": (
        f"{HEAD}#X obj 9 9 osc~, savetofile x.pd /tmp;\n", "atom-framing", "`,`",
    ),
}  # fmt: skip

NETWORK = {
    "netsend": ("[netsend -u]", "gate-capability", "network"),
    "netreceive": ("[netreceive 3000]", "gate-capability", "network"),
    "netreceive, old style": ("[netreceive 3000 0 old]", "gate-capability", "control"),
    "udpsend": ("[udpsend]", "gate-capability", "network"),
    "tcpserver": ("[tcpserver 80]", "gate-capability", "network"),
    "a serial port": ("[comport 1]", "gate-capability", "network"),
}

PD = {
    "a message for Pd": ("[; pd quit(", "gate-capability", "control"),
    "a message for Pd, second": ("[a \\; b c \\; pd quit(", "gate-capability", "control"),
    "two in one": ("[; pd dsp 1 \\, quit(", "gate-capability", "control"),
    "sound is switched on": ("[; pd dsp 1(", "gate-dsp", "switches sound"),
    "sound is switched by [send]": ("[dsp 1( -> [s pd]", "gate-dsp", "switches sound"),
    "send": ("[quit( -> [s pd]", "gate-capability", "control"),
    "send without a name": ("[symbol pd( -> 1:[s], [quit( -> [s]", "gate-capability", "control"),
    "send to nothing": ("[symbol pd( -> 1:[s 0], [quit( -> [s 0]", "gate-capability", "control"),
    "send to an argument": ("[s $1]", "gate-capability", "control"),
    "a receiver at run time": ("[symbol pd( -> [; $1 quit(", "gate-capability", "control"),
    "a receiver put together": ("[symbol d( -> [; p$1 quit(", "gate-capability", "control"),
    "a canvas at run time": ("[; pd-$1 obj 1 1 shell(", "gate-capability", "dynamic"),
    "a canvas": ("[; pd-main.pd obj 1 1 shell(", "gate-capability", "dynamic"),
    "a canvas by [send]": ("[obj 1 1 shell( -> [s pd-x]", "gate-capability", "dynamic"),
    "a window": ("[; .x1234 menusave(", "gate-capability", "dynamic"),
    "the file reader": ("[; #X savetofile x /tmp(", "gate-capability", "dynamic"),
    "listening to the file reader": ("[r #X]", "gate-capability", "dynamic"),
    "a slider": (
        "[hsl 128 15 0 127 0 0 pd-x.pd empty l 0 0 0 0 0 0 0 0 1]", "gate-capability", "dynamic",
    ),
    "a list box": ("[listbox 20 0 0 0 - - pd]", "gate-capability", "control"),
    "a list box with a dash": ("[listbox 20 0 0 0 - - -pd]", "gate-capability", "control"),
    "backslashes in a receiver": (
        f"{HEAD}#X msg 9 9 \\; p\\\\d quit;\n", "gate-capability", "backslashes",
    ),
    "backslashes in a [send]": (
        f"{HEAD}#X obj 9 9 s p\\\\d;\n", "gate-capability", "backslashes",
    ),
    "a backslash in a receiver": (f"{HEAD}#X msg 9 9 \\; p\\d quit;\n", "gate", "control"),
    "an added semicolon": (
        "[loadbang] -> [set a \\, addsemi \\, add2 pd quit \\, bang( -> [b(", "gate-capability",
        "puts a semicolon",
    ),
    "lines that are added": ("[add a \\, add pd quit( -> [b(", "gate-capability", "semicolon"),
    "an added command": (
        f"{HEAD}#X msg 9 9 add2 quit \\, bang;\n#X msg 9 9 \\; pd;\n#X connect 0 0 1 0;\n",
        "gate-capability", "puts words behind",
    ),
    "lines added by name": (
        "[; a add b \\, add pd quit(, [r a] -> [b(", "gate-capability", "semicolon",
    ),
    "lines added in a subpatch": (
        "[add pd quit( -> [pd x {[inlet] -> [b(}]", "gate-capability", "semicolon",
    ),
    "a word that is put together": (
        "[symbol semi( -> [symbol add$1( -> [$1( -> [b(", "gate-capability", "semicolon",
    ),
    "a word that is made of numbers": (
        "[97 100 100( -> [list tosymbol] -> [$1 x( -> [b(", "gate-capability", "semicolon",
    ),
    "a table called pd": ("[table pd 9]", "gate-capability", "dynamic"),
    "a text called as a canvas": ("[text define pd-main.pd]", "gate-capability", "dynamic"),
    "qlist": ("[qlist]", "gate-capability", "control"),
    "lines to receivers": ("[text sequence n -g], [text define n]", "gate-capability", "control"),
    "pdcontrol": ("[pdcontrol]", "gate-capability", "control"),
    "namecanvas": ("[namecanvas x]", "gate-capability", "dynamic"),
    "a pointer": ("[send-window obj 1 1 shell( -> [pointer]", "gate-capability", "dynamic"),
}  # fmt: skip

CRASHES = {
    "a number box without anything": (f"{HEAD}#X floatatom;\n", "unreadable", "needs x and y"),
    "a comment without anything": (f"{HEAD}#X text;\n", "unreadable", "needs x and y"),
    "an array without a size": (f"{HEAD}#X array a;\n", "record-kind", "name, size"),
    "an array of a billion": (f"{HEAD}#X array a 1e9 float 0;\n", "size-limit", "1e9"),
    "a table of a billion": ("[table a 1e9]", "size-limit", "1e9"),
    "a hundred tables": (
        HEAD + "".join(f"#X obj 9 {9 + 30 * i} table a{i} 1e7;\n" for i in range(100)),
        "size-limit", "1e+09 samples",
    ),
    "a table that grows": ("[resize 1e9( -> [s a], [table a]", "endless-work", "1e9"),
    "a delay of a month": ("[delwrite~ a 3e9]", "size-limit", "3e9"),
    "9999 copies": ("[clone voice 9999]", "size-limit", "9999"),
    "a block of nothing": ("[block~ 64 1048576 1048576]", "size-limit", "1048576"),
    "a number as wide as a house": ("[5( -> [makefilename %99999d]", "size-limit", "%99999d"),
    "a width from nowhere": ("[5( -> [makefilename %*d]", "size-limit", "%*d"),
    "a wide format by message": ("[set %99999d( -> [makefilename]", "size-limit", "%99999d"),
    "a structure in itself": ("[struct a float x array b a]", "template-loop", "holds itself"),
    "a structure of two billion": ("[2e9( -> [setsize a b]", "endless-work", "2e9"),
    "until without a stop": ("[bng] -> [until] -> [f]", "until-without-stop", "nothing stops"),
    "until a billion": ("[1e9( -> [until] -> [f]", "endless-work", "1e9"),
    "a metro without a pause": ("[tgl] -> [metro 1e-30] -> [f]", "endless-work", "1e-30"),
    "a circle": ("[bng] -> [t b] -> [bng]", "control-loop", "never ends"),
    "a circle without a pause": ("[bng] -> [del 0] -> [bng]", "control-loop", "never ends"),
    "an atom that Pd cuts": (f"{HEAD}#X obj 9 9 s {'x' * 999}\\;pd;\n", "atom-framing", "bytes"),
    "a zero in a name": (f"{HEAD}#X obj 9 9 s pd\x00;\n", "atom-framing", "character"),
    "brackets without end": (f"[expr {'(' * 400}1{')' * 400}]", "bad-arguments", "deep"),
    "canvases without end": (HEAD * 200, "unreadable", "nest deeper"),
}  # fmt: skip

STATIC = {**PROGRAMS, **CODE, **FILES, **NETWORK, **PD, **CRASHES}
"""What is refused before any Pd sees it."""

JUDGED = {
    "loops that count too far": (
        "[loadbang] -> [1e5( -> [* 1e5] -> [until] -> [f]",
        "pd-failed", "did not finish",
    ),
    "sound that is no number": (
        "[osc~ 440] -> [*~ 1e38] -> [*~ 1e38]#2 -> [dac~]", "sound-not-finite", "infinite",
    ),
    "feedback that grows": (
        f"{HEAD}#X obj 9 9 noise~;\n#X obj 9 40 +~;\n#X obj 9 70 rpole~ 9;\n#X obj 9 99 dac~;\n"
        "#X connect 0 0 1 0;\n#X connect 1 0 2 0;\n#X connect 2 0 3 0;\n",
        "sound-not-finite", "infinite",
    ),
    "division that no processor can": (
        "[loadbang] -> [-2147483648( -> [expr $i1 / -1 \\; $i1 % -1] -> [print]",
        "pd-failed", "crashed",
    ),
    "numbers that make Pd hang": (
        "[loadbang] -> [1e-30( -> [f] -> 1:[metro 5], [loadbang]#2 -> [metro 5] -> [print]",
        "pd-failed", "",
    ),
}  # fmt: skip
"""What the sandboxed Pd finds out: it hangs, crashes, or hurts."""

UNWRITTEN = {
    "a record for Pd": (f"{HEAD}#X obj 9 9 f;\npd quit;\n", "pd quit"),
    "a record before the patch": (f"pd quit;\n{HEAD}#X obj 9 9 f;\n", "pd quit"),
    "a record for a canvas": (f"{HEAD}#X obj 9 9 f;\npd-x.pd obj 9 9 shell;\n", "shell"),
    "a structure in itself, before the patch": (
        f"#N struct a float x array b a;\n{HEAD}#X obj 9 9 f;\n",
        "struct",
    ),
    "talk that Pd would run": (f"Sure; pd quit;\n{HEAD}#X obj 9 9 f;\n", "pd quit"),
    "a file that breaks off": (f"{HEAD}#X obj 9 9 f;\n#X obj 9 9 shel", "shel"),
}
"""What never gets from an answer into a file, with a word of it."""

DEFUSED = {
    "a sound that is too loud": "[osc~ 440] -> [*~ 3] -> [dac~]",
    "a sound that is far too loud": "[phasor~ 440] -> [*~ 1000] -> [dac~]",
    "a loud sound in a subpatch": "[pd x {[osc~ 440] -> [*~ 50] -> [dac~]}]",
}
"""What gets a limiter."""
