"""Ways to say an edit: a pattern for a whole clause, and what reads it."""

from __future__ import annotations

import re

from patchgen.domains.patch.edits.faces import KIND
from patchgen.domains.patch.edits.readers import (
    BIT,
    COMPARED,
    Reader,
    by_unit,
    channels,
    comment_added,
    comment_set,
    control,
    duplicated,
    inserted,
    message_set,
    metered,
    of_it,
    removed,
    renamed,
    replaced,
    sent_through,
    set_bound,
    set_by,
    set_compared,
    set_factor,
    set_more,
    set_range,
    set_value,
    shown,
    started,
    swapped,
    transposed,
    wired,
)
from patchgen.domains.patch.edits.speech import (
    ADD,
    CALLED,
    CHANGE,
    FOR,
    OPENING,
    QUOTES,
    REMOVE,
    SEND,
    SET,
    SPAN,
    THROUGH,
    VERBS,
)

TABLE: tuple[tuple[str, Reader], ...] = (
    (
        r"(?:add|write|put|insert|leave)(?: me)? (?:a|another) (?:comment|remark|note)(?: "
        r"(?:saying|that says|with the text|reading|with))?:? (?P<text>.+)",
        comment_added,
    ),
    (
        r"(?:change|set|rename|edit|rewrite|replace|make)(?: the)? (?:comment|remark)(?: "
        r"(?P<old>.+?))? (?:to|into|by|with|say|as|read):? (?P<text>.+)",
        comment_set,
    ),
    (
        r"(?:change|set|edit|make|rewrite|let)(?: the)? (?:contents? of the )?(?:message(?: "
        r"?box)?)(?: (?P<old>.+?))? (?:to|into|say|send|read|as):? (?P<text>.+)",
        message_set,
    ),
    (
        r"(?:change|set|edit|rename|make)(?: the)? (?:label|name|caption|title) (?:of|on|for) "
        r"(?P<what>.+?) (?:to|into|as|be):? (?P<text>.+)",
        renamed,
    ),
    (
        r"(?:change|set|edit|make) (?P<what>.+?)(?:'s|\u2019s) (?:label|name|caption|title) "
        r"(?:to|into|as|be):? (?P<text>.+)",
        renamed,
    ),
    (r"(?:rename) (?P<what>.+?) (?:to|into|as) (?P<text>.+)", renamed),
    (
        r"(?:label|call|name|title|caption) (?P<what>(?:the|this|that) .+?) (?:as |to "
        rf")?(?P<text>[{QUOTES}].+[{QUOTES}]|\S+)",
        renamed,
    ),
    (
        r"(?:give|put) (?P<what>.+?) (?:the|a) (?:label|name|caption|title):? (?P<text>.+)",
        renamed,
    ),
    (
        r"(?:swap|exchange|interchange|switch|flip|reverse) (?P<one>.+?) and (?P<other>.+)",
        swapped,
    ),
    (
        r"(?:make|let|play)(?: (?:it|this|the (?:patch|sound|output|signal)))?(?: be)?(?: in| "
        r"into| on)? (?:stereo|mono|both (?:channels|speakers|sides))",
        channels,
    ),
    (r"(?:stereo|mono)(?: output| sound)?", channels),
    (
        r"(?:send|play|put|route)(?: (?:it|the sound|the output|the signal|sound))? (?:also "
        r")?(?:to|on|from|out of) (?:both|the right|the other|two) (?:channels?|speakers?|"
        r"sides?|outputs?)",
        channels,
    ),
    (
        r"(?:disconnect|unplug|unpatch|unwire|detach) (?P<source>.+?) (?:and|from) "
        r"(?P<sink>.+)",
        wired,
    ),
    (
        r"(?:remove|delete|cut|break)(?: the)? (?:cord|connection|cable|wire|link|line) "
        r"(?:between|from) (?P<source>.+?) (?:and|to) (?P<sink>.+)",
        wired,
    ),
    (
        r"(?:connect|plug|wire|patch|hook|link|cable)(?: up)? (?P<source>.+?) (?:to|into|with|"
        r"and) (?P<sink>.+)",
        wired,
    ),
    (
        r"(?:start|run|play|begin|switch on|turn on|activate|trigger|let)(?: "
        rf"(?P<what>.+?))?(?: (?:start|run|play|begin))?,? {OPENING}",
        started,
    ),
    (
        r"(?:make|have|let|get) (?P<what>.+?) (?:to )?(?:start|run|play|begin|go|sound|switch "
        rf"on|be on)(?: itself)?,? {OPENING}",
        started,
    ),
    (
        rf"{OPENING},? (?:start|run|play|begin|switch on|turn on|trigger)(?: (?P<what>.+))?",
        started,
    ),
    (
        rf"(?P<what>.+?) (?:should|must|shall) (?:start|run|play|begin|be on|go),? {OPENING}",
        started,
    ),
    (r"(?:auto-?start|autoplay)(?: (?P<what>.+))?", started),
    (
        r"(?:add|put|insert)(?: an?)? (?:loadbang|autostart)(?: (?:for|to|before|on) "
        r"(?P<what>.+))?",
        started,
    ),
    (
        r"(?:set|change|make|adjust|limit)(?: the)? range (?:of|for|on) (?P<what>.+?) (?:to |"
        rf"at |be |as )?(?P<range>{SPAN})",
        set_range,
    ),
    (
        r"(?:set|change|make|adjust) (?P<what>.+?)(?:'s)? range (?:to |at |be |as )?(?P<range>"
        rf"{SPAN})",
        set_range,
    ),
    (
        r"(?:let|make|have) (?P<what>.+?) (?:go|run|range|reach|move|span|cover)s? (?P<range>"
        rf"{SPAN})",
        set_range,
    ),
    (
        r"(?P<what>.+?) (?:should|must|shall) (?:go|run|range|reach|move|span|cover) "
        r"(?P<range>(?:from |between ).+)",
        set_range,
    ),
    (rf"(?:limit|restrict|constrain|scale) (?P<what>.+?) (?:to )?(?P<range>{SPAN})", set_range),
    (r"(?:give) (?P<what>.+?) (?:a|the) range (?P<range>(?:of |from |between ).+)", set_range),
    (
        rf"{SET}(?: the)? (?P<bound>maximum|minimum|max|min|upper (?:limit|bound)|lower "
        r"(?:limit|bound)|top|bottom|highest value|lowest value)(?: value)? (?:of|for|on) "
        r"(?P<what>.+?) (?:to|at|be) (?P<amount>.+)",
        set_bound,
    ),
    (
        rf"{SET} (?P<what>.+?)(?:'s|\u2019s)? (?P<bound>maximum|minimum|max|min|upper (?:limit|"
        r"bound)|lower (?:limit|bound)) (?:to|at|be) (?P<amount>.+)",
        set_bound,
    ),
    (
        rf"{ADD}(?: an?| the| another)? (?P<kind>vu|meter|level meter|vu ?-?meter|level "
        r"display)(?: (?:for|on|at|to show) (?P<what>.+))?",
        metered,
    ),
    (
        rf"{ADD}(?: an?| the| another)? (?P<kind>toggle|switch|button|bang|bng|tgl)s? (?:that|"
        r"which|to)? ?(?:starts? and stops?|starts?/stops?|starts?|stops?|triggers?|"
        r"turns? on(?: and off)?|switches(?: on(?: and off)?)?|switch(?: on(?: and off)?)?|"
        r"fires?|activates?|bangs?|runs?|plays?|turns?) (?P<what>.+?)(?: on and off| on/off)?",
        control,
    ),
    (
        rf"{ADD}(?: an?| the| another)? (?P<kind>{KIND})(?P<tail>,? {CALLED} (?:[{QUOTES}].+?"
        rf"[{QUOTES}]|\S+?))?,? {FOR} (?P<what>.+)",
        control,
    ),
    (
        r"(?:let me |make it possible to )?(?:control|adjust|steer|vary|regulate|change) "
        r"(?P<what>.+?) (?:with|by|using|through|via|from)(?: means of)?(?: an?| the)? "
        rf"(?P<kind>{KIND})(?P<tail>.*)",
        control,
    ),
    (
        r"(?P<what>.+?) (?:should|must|shall) be (?:controlled|adjusted|set|adjustable|"
        rf"controllable) (?:with|by|using|through|via)(?: an?| the)? (?P<kind>{KIND}"
        r")(?P<tail>.*)",
        control,
    ),
    (
        r"(?:make|let) (?P<what>.+?)(?: be)? (?:adjustable|controllable|variable|settable|"
        rf"changeable|changable)(?: (?:with|by|using|through|via)(?: an?| the)? (?P<kind>{KIND}"
        r"))?(?P<tail>.*)",
        control,
    ),
    (rf"(?:give) (?P<what>.+?) an? (?P<kind>{KIND})(?P<tail>.*)", control),
    (
        rf"(?:put|attach|connect|hang) an? (?P<kind>{KIND}) (?:on|to|onto|over|above|before) "
        r"(?P<what>.+)",
        control,
    ),
    (
        rf"{ADD}(?: an?| the| another)? (?P<what>(?!new\b|second\b).+?) (?P<kind>{KIND}"
        rf")(?P<tail>(?:,? (?:from|between|with|in|{CALLED}|starting|ranging|going|\().*| [-\d]"
        r".*| for (?:it|the (?:sound|output|patch)))?)",
        control,
    ),
    (
        rf"{SEND} (?P<what>.+?) {THROUGH} (?P<effect>.+?)(?: (?P<side>before|after) "
        r"(?P<where>.+))?",
        sent_through,
    ),
    (
        rf"{ADD}(?: in)? (?P<effect>.+?) (?P<side>before|after|behind|to|on|onto|in front of|"
        r"for) (?P<where>.+)",
        inserted,
    ),
    (r"(?:give|put on) (?:it|the (?:sound|patch|output)) (?P<effect>.+)", inserted),
    (rf"{ADD}(?: in| on)? (?P<effect>.+)", inserted),
    (
        r"(?P<verb>print|log)(?: out)? (?P<what>.+?)(?: (?:to|in|on) (?:the |pd's )?(?:console"
        r"|pd window|window|log))?",
        shown,
    ),
    (
        r"(?P<verb>write|output|show) (?P<what>.+?) (?:to|in|on) (?:the |pd's "
        r")?(?P<kind>console|pd window)",
        shown,
    ),
    (
        r"(?:show|display|monitor|view|watch|see|visualize|visualise|indicate) "
        rf"(?P<what>.+?)(?: (?:in|with|on|using|as|by)(?: an?| the)? (?P<kind>{KIND}))?",
        shown,
    ),
    (
        rf"{ADD}(?: an?| the)? (?P<kind>print|printer)(?: object| box)? (?:for|to|after|behind|"
        r"on|of|that (?:prints|shows)|showing) (?P<what>.+)",
        shown,
    ),
    (
        rf"{ADD}(?: an?| the)? (?P<kind>{KIND}|display) (?:that (?:shows|displays|prints)|which"
        r" shows|to (?:show|display|see|monitor)|showing|displaying|after|behind) (?P<what>.+)",
        shown,
    ),
    (
        r"(?:replace|substitute|exchange|swap)(?: out)? (?P<what>.+?) (?:by|with|through|"
        r"for|against) "
        r"(?P<by>.+)",
        replaced,
    ),
    (
        r"(?:use|take|put|have) (?P<by>.+?) (?:instead of|in place of|rather than|in lieu of) "
        r"(?P<what>.+)",
        replaced,
    ),
    (r"(?P<by>.+?) (?:instead of|in place of|rather than) (?P<what>.+)", replaced),
    (rf"{CHANGE} (?P<what>.+?) (?:to|into|in to) (?P<by>.+)", replaced),
    (rf"{CHANGE} (?P<what>.+?) (?:be )?(?P<by>an? .+)", replaced),
    (r"(?P<what>.+?) (?:should|must|shall) be (?P<by>an? .+)", replaced),
    (r"let (?P<what>.+?) be (?P<by>an? .+)", replaced),
    (
        r"(?:duplicate|copy|clone|double up) (?P<what>.+?)(?: (?:at|with(?: frequency)?) "
        r"(?P<amount>.+))?",
        duplicated,
    ),
    (
        rf"{ADD} (?:another|a second|a third|a further|one more|a copy of) (?P<what>.+?)(?:,? "
        r"(?:at|with (?:an? )?(?:frequency|pitch|tempo|cutoff)(?: of)?|of|tuned to|with) "
        r"(?P<amount>.+))?",
        duplicated,
    ),
    (r"(?P<verb>double|halve|half|triple|treble|quadruple) (?P<what>.+)", set_factor),
    (
        r"(?:make|let|play|run)(?: (?P<what>.+?))? (?:be |go |run |play |sound "
        rf")?(?P<times>twice|half) as (?P<quality>{'|'.join(COMPARED)})",
        set_compared,
    ),
    (
        rf"(?:(?:make|let|play|run|turn)(?: (?P<what>.+?))? )?(?:(?P<much>{'|'.join(BIT)}) )?"
        rf"(?P<quality>{'|'.join(COMPARED)})er",
        set_more,
    ),
    (
        r"(?:i want|i'd like|i would like|could|can|would) (?P<what>.+?) (?:to )?(?:be|have|run|"
        r"play|tick|go)(?: at)? (?P<amount>.+)",
        set_value,
    ),
    (
        r"(?:(?:transpose|make|play|shift|move|pitch|put|tune|raise|lower)(?: (?P<what>.+?))? )?"
        r"(?:(?:up|down|higher|lower)(?: by)? )?(?P<count>an?|one|two|three|four|five|six|"
        r"seven|eight|nine|ten|eleven|twelve|\d+) (?P<step>octaves?|semi-?tones?|half[ -]"
        r"?steps?)(?: (?:up|down|higher|lower))?",
        transposed,
    ),
    (
        r"(?P<verb>raise|lower|increase|decrease|reduce|drop|cut|boost|turn up|turn down|slow "
        r"down|speed up|lengthen|shorten) (?P<what>.+?) by (?P<amount>.+)",
        set_by,
    ),
    (r"(?P<verb>add|subtract) (?P<amount>[-\d.]+\S*(?: \w+)?) (?:to|from) (?P<what>.+)", set_by),
    (
        rf"{SET} (?P<what>.+?)(?: from .+?)? ?(?:\bto\b|\bat\b|=|\binto\b|:|\bup to\b|\bdown to"
        r"\b)(?: be)? (?P<amount>.+)",
        set_value,
    ),
    (r"(?:use|take|have) (?P<amount>.+?) (?:for|as) (?P<what>.+)", set_value),
    (
        r"(?:give|let) (?P<what>.+?) (?:have )?an? (?P<of>[\w-]+(?: time| frequency)?) of "
        r"(?P<amount>.+)",
        of_it,
    ),
    (
        r"(?P<what>.+?) (?:should|must|shall|ought to) (?:be|have|become|run at|play at|tick "
        r"at)(?: at| set to)? (?P<amount>.+)",
        set_value,
    ),
    (
        r"(?:let|have) (?P<what>.+?) (?:be|become|run at|tick at|play at|run|tick) "
        r"(?P<amount>.+)",
        set_value,
    ),
    (r"(?:play|run|tick|beat|oscillate|go)(?: it)? (?:at|with) (?P<amount>.+)", by_unit),
    (
        rf"{SET} (?P<what>.+?) (?P<amount>(?:every )?-?[\d.]\S*(?: \w+)?|half a second|a second"
        r"|silent)",
        set_value,
    ),
    (
        rf"(?P<what>(?!{VERBS}\b)[a-z~' -]+?)(?: is| at|:|=| =)? (?P<amount>-?[\d.]+ "
        r"?(?:k?hz|ms|s|seconds?|bpm|db|%|k)?)",
        set_value,
    ),
    (rf"{REMOVE} (?P<what>.+)", removed),
    (r"without (?P<what>.+)", removed),
)  # fmt: skip
"""The most telling first."""

PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in TABLE)
