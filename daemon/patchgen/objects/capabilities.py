"""What an object can reach beyond its patch: sound, MIDI, files, the network, other programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum


class Capability(Enum):
    """The farthest that an object reaches, from harmless to dangerous."""

    NONE = "none"
    AUDIO = "audio"
    """Sound inputs and outputs of the computer."""
    MIDI = "midi"
    READ = "read"
    """Reads files, or asks for their names."""
    FILE = "file"
    """Writes files, or may do so."""
    NETWORK = "network"
    """Sockets, and devices such as serial ports."""
    DYNAMIC = "dynamic"
    """Changes patches at run time, so that nobody knows what they will contain."""
    CONTROL = "control"
    """Commands Pd itself: quits it, opens patches and web pages, sends to any receiver."""
    CODE = "code"
    """Loads compiled code or a script language, or an object from anywhere on the disk."""
    EXEC = "exec"
    """Starts other programs."""


CANVASES = ("pd-", "#", ".")
"""Beginnings of names that stand for canvases, for windows, and for what reads files."""

REACHES: Mapping[Capability, str] = {
    Capability.AUDIO: "adc~ dac~ output~ dacc~ out~ out.mc~ adc.mc~",
    Capability.MIDI: """
        notein ctlin pgmin bendin touchin polytouchin midiin midirealtimein sysexin
        noteout ctlout pgmout bendout touchout polytouchout midiout
        bend.in bend.out ctl.in ctl.out midi.in midi.out midi.clock midi.learn mpe.in note.in
        note.out panic pgm.in pgm.out ptouch.in ptouch.out sysrt.in sysrt.out touch.in touch.out
        xbendin xbendin2 xbendout xbendout2 xnotein xnoteout""",
    Capability.READ: "readsf~ openpanel",
    Capability.FILE: """
        soundfiler writesf~ textfile savepanel absolutepath batch.rec~ binfile
        canvas.file ce_path coll colorpanel dir file_type filesize fluid~ folder_list folderpanel
        fragment_program freadln fwriteln getdir getfilenames glsl_fragment glsl_geometry
        glsl_vertex listread mapread mapwrite midi midi_synth midifile model modelfiler mp3amp~
        mp3fileout~ msgfile oggamp~ oggread~ oggwrite~ pix_film pix_film+ pix_image
        pix_imageInPlace pix_movie pix_multiimage pix_record pix_write pix_writer play.file~
        player~ proc qread readanysf~ readdir readsfv~ rec.file~ relativepath sample
        sample_record~ scala seq sfinfo sfload sfont~ sfread2~ sfread~ sfwrite~ signal_player
        snd.file soundfile_info stat threadedsf vertex_program wavinfo which""",
    Capability.NETWORK: """
        netsend netreceive netsend~ netreceive~ netclient netserver netdist netrec disis_netsend
        disis_netreceive udpsend udpreceive udpsend~ udpreceive~ udpsndrcv udpclient udpserver
        tcpsend tcpreceive tcpclient tcpserver tcpsocketserver sendOSC dumpOSC osc.send
        osc.receive pdlink pdlink~ streamin~ streamout~ streamin13~ streamout13~ flashserver
        promiscous~ httpreq httpreceive rest rest-json oauth shoutcast~ mp3cast~ mp3write~
        math_netsend math_netreceive signal_netsend signal_netreceive pdp_netsend
        pdp_netreceive comport serial serialctl serial_ms serial_bird hid hidio usbhid
        arduino_connect sarcduino_connect wiimote linuxevent linuxhid linuxmouse linuxjoystick
        joystick piperead~ pipewrite~ pix_share_read pix_share_write pix_video""",
    Capability.DYNAMIC: """
        namecanvas canvasdelete canvasconnect canvasselect canvasname canvas.setname
        receivecanvas sendcanvas savebangs dyn~ try ab abclone""",
    Capability.CONTROL: """
        pdcontrol qlist openfile openHelp open_help openpatch embed noquit tkconsole unpost
        get-midi-dialog get-audio-dialog plugin_latency""",
    Capability.CODE: """
        import libdir pdlua pdluax lua ofelia py pyext pyext~ pym py4pd tclpd tot widget pdj pdj~
        gridflow faust~ faustgen~ csoundapi~ csound6~ plugin~ pluginhost~ vst~ vstplugin~ dssi~
        ladspa~ lv2plugin~ lv2~ sys_gui setenv ruby perl""",
    Capability.EXEC: """
        pd~ abs.pd~ shell system popen osascript pdoctave_command flite""",
}
"""Objects by what they reach, vanilla and external ones; a library's prefix is left out."""

FAMILIES: Mapping[str, Capability] = {
    "file.": Capability.FILE,
    "path.": Capability.FILE,
    "net.": Capability.NETWORK,
    "hw.": Capability.NETWORK,
    "gf/canvas_": Capability.DYNAMIC,
    "lang.": Capability.CODE,
    "py.": Capability.CODE,
    "ui.faust": Capability.CODE,
    "system.": Capability.EXEC,
}
"""Libraries whose names share a beginning and a reach."""

_NUMBER = re.compile(r"-?[0-9.]+([eE][+-]?[0-9]+)?")

_TABLE = {name: reach for reach, text in REACHES.items() for name in text.split()}

ALLOWABLE = frozenset(
    {
        Capability.AUDIO,
        Capability.MIDI,
        Capability.READ,
        Capability.FILE,
        Capability.NETWORK,
    }
)
"""What a user may allow or deny; through any of the others a patch could do anything."""

_ELSEWHERE = re.compile(r"^(/+[^/~=]|~/|~$|[A-Za-z]:|\\\\)|(^|[/\\])\.\.([/\\]|$)")
"""Names that leave the patch's folder and Pd's search path; `/` and `/~` are divisions."""


def capability(name: str, args: tuple[str, ...]) -> Capability:
    """What the object `name args` reaches; objects that nobody knows count as harmless."""
    if is_elsewhere(name):
        return Capability.CODE
    first, *rest = name.split(" ")
    rule = _RULES.get(first)
    if rule is not None:
        return rule((*rest, *args))
    for known in (name, name.rsplit("/", 1)[-1]):
        if known in _TABLE:
            return _TABLE[known]
    families = (reach for start, reach in FAMILIES.items() if name.startswith(start))
    return next(families, Capability.NONE)


def is_elsewhere(name: str) -> bool:
    """Whether a name is an absolute path or climbs out of its folder with `..`."""
    return _ELSEWHERE.search(name) is not None


def receiver_capability(receiver: str) -> Capability:
    """What a message to this receiver can do: `pd` is Pd itself, `pd-name` a canvas."""
    if receiver == "pd":
        return Capability.CONTROL
    return Capability.DYNAMIC if receiver.startswith(CANVASES) else Capability.NONE


def _send(args: tuple[str, ...]) -> Capability:
    """Without a name, any receiver can be chosen at run time; Pd takes `0` for no name."""
    is_named = bool(args) and not _NUMBER.fullmatch(args[0])
    return receiver_capability(args[0]) if is_named else Capability.CONTROL


def _listbox(args: tuple[str, ...]) -> Capability:
    """A list box sends whole messages to the receiver in its seventh field."""
    return receiver_capability(args[6]) if len(args) > 6 else Capability.NONE


def _netreceive(args: tuple[str, ...]) -> Capability:
    """In the old style, messages from the network choose their receivers."""
    return Capability.CONTROL if "old" in args else Capability.NETWORK


def _declare(args: tuple[str, ...]) -> Capability:
    """Libraries are code; a path is, where it lies outside the patch's folder."""
    if any(word in ("-lib", "-stdlib") for word in args):
        return Capability.CODE
    return Capability.CODE if any(is_elsewhere(word) for word in args) else Capability.NONE


def _clone(args: tuple[str, ...]) -> Capability:
    """As far as the abstraction that it copies."""
    reaches = [capability(word, ()) for word in args if not word.startswith("-")]
    return max(reaches, key=_danger, default=Capability.NONE)


def _danger(reach: Capability) -> int:
    return list(Capability).index(reach)


def _file(args: tuple[str, ...]) -> Capability:
    """Some of `file` only takes text apart."""
    harmless = ("split", "join", "splitext", "splitname", "isabsolute", "normalize")
    return Capability.NONE if args and args[0] in harmless else Capability.FILE


def _text(args: tuple[str, ...]) -> Capability:
    """With -g, lines of the text are sent to the receivers that they name."""
    return Capability.CONTROL if args[:1] == ("sequence",) and "-g" in args else Capability.NONE


_RULES: Mapping[str, Callable[[tuple[str, ...]], Capability]] = {
    "send": _send,
    "s": _send,
    "listbox": _listbox,
    "netreceive": _netreceive,
    "declare": _declare,
    "clone": _clone,
    "file": _file,
    "text": _text,
}
