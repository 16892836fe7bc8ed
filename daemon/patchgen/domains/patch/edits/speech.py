"""Words and turns of phrase that instructions are made of, as parts of patterns."""

from __future__ import annotations

import re

POLITE = re.compile(
    r"^(?:please|pls|now|then|also|and|ok|okay|hey|just|could you|can you|would you|will you|"
    r"i(?:'d| would) like (?:you )?to|i want (?:you )?to|i wish to|i need (?:you )?to|let's|"
    r"you should|we should|maybe|go ahead and|kindly|next)[, ]+",
    re.IGNORECASE,
)
END = re.compile(
    r"(?:[\s,]*(?:please|thanks|thank you|now|instead|too|as well)|[.!?\s])+$", re.IGNORECASE
)
SET = (
    r"(?:set|change|put|turn|adjust|tune|bring|move|raise|lower|increase|decrease|reduce|"
    r"update|modify|switch|push|get|drop|fix|make|speed up|slow down)"
)
CHANGE = r"(?:change|turn|make|convert|switch|transform|set)"
ADD = (
    r"(?:add|put|insert|place|include|attach|append|create|give me|install|apply|use|build"
    r" in|i want|i need|i'd like)"
)
REMOVE = (
    r"(?:remove|delete|drop|take (?:out|away|off)|get rid of|cut(?: out)?|erase|kill|eliminate|"
    r"leave out|throw (?:out|away)|ditch|strip(?: out)?|discard|omit|lose|scrap|i don't "
    r"(?:need|want)|"
    r"no more|bypass)"
)
SEND = r"(?:send|run|feed|route|pass|pipe|put|play|process)"
VERBS = (
    rf"(?:{SET}|{CHANGE}|{ADD}|{REMOVE}|{SEND}|replace|swap|exchange|interchange|rename|label|call|"
    r"print|show|display|duplicate|copy|connect|disconnect|start|let|give|control|double|halve|"
    r"transpose|the \w+ should)"
)
FOR = (
    r"(?:for|to (?:control|set|change|adjust|vary|choose|regulate)|controlling|that "
    r"(?:controls|sets|"
    r"changes|adjusts|varies)|which (?:controls|sets|changes|adjusts)|on|to|so (?:that )?i can (?:"
    r"change|control|set|adjust)|setting|before|of)"
)
QUOTES = "'\"\u2018\u2019\u201c\u201d`"
CALLED = r"(?:labelled|labeled|called|named|titled|with (?:the )?label|saying|that says)"
IT = re.compile(
    r"(?:it|everything|the (?:whole )?(?:patch|sound|signal|output|audio|result)|sound|"
    r"(?:the )?out(?:put)?|all)",
    re.IGNORECASE,
)

OPENING = (
    r"(?:(?:when|once|as soon as|whenever|after) (?:the |this )?(?:patch|file|it|i)(?: is|"
    r" gets)? (?:opens?(?: it| the patch)?|opened|loads?|loaded|starts?)"
    r"|on (?:load|open(?:ing)?|startup|start)|at (?:load|start(?:up)?|opening|load time)|"
    r"automatically|by itself|"
    r"immediately|from the (?:start|beginning)|right away|(?:up)?on (?:loading|opening)(?:"
    r" the patch)?|at once)"
)
THROUGH = r"(?:through|into|via|thru)"
SPAN = r"(?:from |between |of )?[-+.\d]\S*?(?: ?(?:k?hz|ms|s|%))? ?(?:to|and|-|\.\.+|\u2013) ?.+"


def unquoted(text: str) -> str:
    """A text without the quotes around it."""
    return text.strip().strip(QUOTES).strip()


def whole(words: str) -> str:
    """The words, or none where they only say `the sound`."""
    return "" if IT.fullmatch(words.strip()) else words.strip()
