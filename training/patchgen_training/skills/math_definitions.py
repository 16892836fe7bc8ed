"""What operations are called by people who do not know, or do not use, their names: by the body of the box.

Templates as in `math_operations`: `{x}` is the input, `{n}` the operand. Nouns, then ~verbs.
"""

from __future__ import annotations

Words = tuple[str, ...]

DEFINITIONS: dict[str, tuple[Words, Words]] = {
    "abs": (
        ("how far {x} is from zero", "{x} without its sign", "{x} without its minus sign", "the distance of {x} from zero", "the size of {x} regardless of its sign", "the positive version of {x}"),
        ("~make {x} positive if it is negative", "~drop the sign of {x}", "~turn {x} into a positive number", "~ignore the sign of {x}", "~throw away the minus sign of {x}")),
    "pow 2": (
        ("{x} times itself", "{x} multiplied by itself", "the product of {x} with itself", "{x} to the power of 2", "{x} to the power of two", "the squared value of {x}"),
        ("~multiply {x} with itself", "~raise {x} to the second power", "~take the square of {x}", "~raise {x} to the power of two")),
    "pow 3": (
        ("{x} to the power of 3", "{x} times itself times itself", "{x} multiplied by itself twice", "{x} to the power of three"),
        ("~raise {x} to the power of 3", "~raise {x} to the power of three", "~take the cube of {x}", "~multiply {x} by itself twice")),
    "sqrt": (
        ("the number that gives {x} when it is multiplied by itself", "the number whose square is {x}", "the second root of {x}", "the inverse of squaring for {x}", "{x} to the power of one half"),
        ("~find the square root of {x}", "~get the root of {x}", "~undo the squaring of {x}")),
    "expr cbrt($f1)": (("the number whose cube is {x}", "the number whose third power is {x}"), ("~find the third root of {x}",)),
    "expr 1 / $f1": (
        ("1 divided by {x}", "1 over {x}", "the inverse value of {x}", "the number that gives 1 when multiplied by {x}", "one over {x}"),
        ("~divide one by {x}", "~invert {x} as a fraction", "~turn {x} into its reciprocal")),
    "* -1": (
        ("{x} with the opposite sign", "minus {x}", "the additive inverse of {x}", "zero minus {x}", "{x} times minus one", "{x} mirrored at zero"),
        ("~turn {x} into its negative", "~make {x} negative if it is positive and positive if it is negative", "~reverse the sign of {x}", "~multiply {x} by minus one", "~swap plus and minus of {x}")),
    "pow {n}": (("{x} with the exponent {n}", "{x} to the {n}"), ("~raise {x} to the {n}th power", "~use {n} as the exponent of {x}", "~take the {n}th power of {x}")),
    "expr pow({n}, $f1)": (("{n} with {x} as its exponent", "{n} to the {x}", "the power of {n} with the exponent {x}"), ("~raise {n} to the power {x}", "~take {x} as the exponent of {n}")),
    "expr fact($f1)": (("the product of all whole numbers from 1 to {x}", "1 times 2 times 3 and so on up to {x}"), ("~multiply all whole numbers from 1 to {x}",)),
    "expr ($f1 > 0) - ($f1 \\< 0)": (("1 for {x} above zero, -1 below and 0 at zero", "the sign of {x}"), ("~tell whether {x} is positive, negative or zero by 1, -1 or 0",)),
    "exp": (("e raised to {x}", "Euler's number to the power of {x}", "the natural exponential of {x}"), ("~use {x} as the exponent of e", "~raise Euler's number to the power of {x}")),
    "log": (("the logarithm to base e of {x}", "the power to which e must be raised to get {x}", "the log of {x}"), ("~take the logarithm to base e of {x}", "~take the logarithm of {x}")),
    "log 10": (("the logarithm to base 10 of {x}", "the power to which 10 must be raised to get {x}", "the log base 10 of {x}"), ("~take the logarithm to base 10 of {x}", "~take the common logarithm of {x}")),
    "log 2": (("the logarithm to base 2 of {x}", "the power to which 2 must be raised to get {x}", "the log base 2 of {x}"), ("~take the logarithm to base 2 of {x}",)),
    "log {n}": (("the logarithm of {x} in base {n}", "the power to which {n} must be raised to get {x}"), ("~take the logarithm to base {n} of {x}",)),
    "sin": (("the sine of {x} in radians", "the trigonometric sine of {x}"), ("~apply the sine function to {x}", "~feed {x} into the sine function")),
    "cos": (("the cosine of {x} in radians", "the cosine function of {x}"), ("~apply the cosine function to {x}", "~feed {x} into the cosine function")),
    "tan": (("the tangent of {x} in radians", "the ratio of sine to cosine of {x}", "the tangent function of {x}"), ("~apply the tangent function to {x}",)),
    "atan": (("the angle in radians whose tangent is {x}", "the angle whose tangent is {x}"), ("~apply the arctangent to {x}", "~find the angle whose tangent is {x}")),
    "expr asin($f1)": (("the angle in radians whose sine is {x}", "the angle whose sine is {x}"), ("~apply the arcsine to {x}", "~find the angle whose sine is {x}")),
    "expr acos($f1)": (("the angle in radians whose cosine is {x}", "the angle whose cosine is {x}"), ("~apply the arccosine to {x}", "~find the angle whose cosine is {x}")),
    "int": (
        ("{x} without its decimals", "the part of {x} before the decimal point", "{x} as a whole number, without rounding", "{x} with everything after the decimal point cut off", "the integer portion of {x}"),
        ("~remove the decimals of {x}", "~cut {x} off at the decimal point", "~throw away everything after the decimal point of {x}", "~strip the fractional part of {x}", "~keep only the whole part of {x}", "~keep the part of {x} before the decimal point", "~convert {x} to a whole number by dropping its fraction")),
    "expr round($f1)": (
        ("the whole number closest to {x}", "the closest integer to {x}", "the whole number nearest to {x}", "{x} rounded to a whole number", "{x} rounded off"),
        ("~round {x} off", "~round {x} to the closest integer", "~round {x} up or down to the nearest whole number", "~round {x} to a whole number")),
    "expr floor($f1)": (
        ("the largest whole number that is not greater than {x}", "the next lower whole number of {x}", "{x} rounded down to a whole number", "the next whole number below {x}"),
        ("~round {x} downwards", "~always ~round {x} down", "~round {x} down to the next lower integer", "~bring {x} down to the whole number below")),
    "expr ceil($f1)": (
        ("the smallest whole number that is not less than {x}", "the next higher whole number of {x}", "{x} rounded up to a whole number", "the next whole number above {x}"),
        ("~round {x} upwards", "~always ~round {x} up", "~round {x} up to the next higher integer", "~bring {x} up to the whole number above")),
    "wrap": (
        ("the part of {x} after the decimal point", "the digits of {x} after the decimal point", "{x} minus its whole part", "the decimals of {x}", "what is left of {x} without its whole part"),
        ("~keep only the decimals of {x}", "~throw away the whole part of {x}", "~keep only what comes after the decimal point of {x}", "~remove the whole part of {x}", "~extract the fractional part of {x}")),
    "expr round($f1 / {n}) * {n}": (
        ("the multiple of {n} that is closest to {x}", "{x} in steps of {n}", "the closest multiple of {n} to {x}"),
        ("~round {x} to steps of {n}", "~force {x} onto a grid of {n}", "~quantise {x} to multiples of {n}", "~move {x} to the closest multiple of {n}")),
    "expr round($f1 * 100) / 100": (("{x} with two digits after the point", "{x} to two decimals"), ("~round {x} to two digits after the decimal point", "~keep only two decimals of {x}")),
    "+ {n}": (
        ("{x} with {n} added to it", "{n} more than {x}", "{x} raised by {n}", "{n} plus {x}", "the total of {x} and {n}", "the number that is {n} larger than {x}", "{x} offset by {n}"),
        ("~raise {x} by {n}", "~put {n} on top of {x}", "~make {x} larger by {n}", "~offset {x} by {n}", "~shift {x} up by {n}", "~move {x} up by {n}", "~sum {x} and {n}")),
    "- {n}": (
        ("{x} with {n} taken away from it", "{n} less than {x}", "{x} reduced by {n}", "what is left of {x} after taking away {n}", "{x} lowered by {n}", "the number that is {n} smaller than {x}", "how far {x} is above {n}"),
        ("~reduce {x} by {n}", "~lower {x} by {n}", "~take {n} off {x}", "~make {x} smaller by {n}", "~shift {x} down by {n}", "~remove {n} from {x}", "~deduct {n} from {x}")),
    "* {n}": (
        ("{n} times {x}", "{x} scaled by {n}", "{n} times as much as {x}", "{x} scaled by a factor of {n}", "{x} * {n}"),
        ("~multiply {x} with {n}", "~scale {x} by a factor of {n}", "~apply a factor of {n} to {x}", "~make {x} {n} times as large", "~amplify {x} {n} times")),
    "/ {n}": (
        ("{x} over {n}", "{x} split into {n} equal parts", "{x} / {n}", "the result of dividing {x} by {n}"),
        ("~split {x} into {n} equal parts", "~divide {x} through {n}", "~make {x} {n} times smaller", "~share {x} among {n}")),
    "mod {n}": (
        ("the remainder when {x} is divided by {n}", "what remains when {x} is divided by {n}", "the rest of {x} after division by {n}", "what is left over after dividing {x} by {n}",
         "the remainder that is left when dividing {x} by {n}", "the remainder of the division of {x} by {n}"),
        ("~find the remainder of {x} divided by {n}", "~divide {x} by {n} and ~take the rest", "~reduce {x} modulo {n}", "~divide {x} by {n} and ~keep only what is left over", "~calculate what remains of {x} after dividing it by {n}", "~wrap {x} around at {n}")),
    "div {n}": (
        ("how often {n} fits into {x}", "how many times {n} goes into {x}", "the whole number result of dividing {x} by {n}", "how many whole groups of {n} there are in {x}", "{x} divided by {n}, without the remainder"),
        ("~divide {x} by {n} and ~ignore the remainder", "~divide {x} by {n} and ~throw away the remainder", "~count how often {n} fits into {x}", "~find how many times {n} goes into {x}")),
    "min {n}": (
        ("whichever is smaller, {x} or {n}", "the lower of {x} and {n}", "{x}, but never more than {n}", "{x} with an upper limit of {n}", "the lesser of {x} and {n}", "{x} with {n} as the ceiling"),
        ("~keep {x} at or below {n}", "~let {x} never exceed {n}", "~choose the smaller of {x} and {n}", "~replace {x} with {n} if it is larger than {n}", "~stop {x} from exceeding {n}", "~hold {x} at {n} if it is higher")),
    "max {n}": (
        ("whichever is larger, {x} or {n}", "the higher of {x} and {n}", "{x}, but never less than {n}", "{x} with a lower limit of {n}", "the bigger of {x} and {n}", "{x} with {n} as the floor"),
        ("~keep {x} at or above {n}", "~let {x} never fall below {n}", "~choose the larger of {x} and {n}", "~replace {x} with {n} if it is smaller than {n}", "~stop {x} from falling below {n}", "~hold {x} at {n} if it is lower")),
    "expr abs($f1 - {n})": (
        ("how far {x} is from {n}", "how far {x} and {n} are apart", "the positive difference between {x} and {n}", "the gap between {x} and {n}", "the difference of {x} and {n} without its sign"),
        ("~find how far {x} is away from {n}", "~subtract {n} from {x} and ~ignore the sign")),
    "expr {n} - $f1": (
        ("{n} less {x}", "what is missing from {x} to {n}", "how much {x} lacks to reach {n}", "{n} reduced by {x}", "how far {x} is below {n}", "what remains of {n} without {x}"),
        ("~deduct {x} from {n}", "~reduce {n} by {x}", "~calculate how much is missing from {x} to {n}", "~remove {x} from {n}")),
    "expr {n} / $f1": (("{n} split into {x} parts", "how often {x} goes into {n}", "{n} / {x}", "the result of dividing {n} by {x}"), ("~split {n} into as many parts as {x} says", "~share {n} by {x}")),
    "expr $f1 * {n} / 100": (("{n} per cent of {x}", "a share of {n} percent of {x}", "{n} hundredths of {x}"), ("~calculate {n}% of {x}", "~work out {n} per cent of {x}")),
    "* 2": (("two times {x}", "{x} times two", "double {x}", "double the value of {x}", "{x} plus itself", "twice as much as {x}"), ("~multiply {x} by 2", "~make {x} twice as big", "~add {x} to itself", "~take {x} two times")),
    "* 3": (("{x} times three", "three times as much as {x}"), ("~multiply {x} by 3", "~make {x} three times as big")),
    "/ 2": (("{x} divided by two", "one half of {x}", "half the value of {x}", "{x} divided by 2", "half as much as {x}"), ("~divide {x} by 2", "~make {x} half as big", "~split {x} in two equal halves", "~take half of {x}")),
    "+ 1": (("{x} plus 1", "one more than {x}", "the next number after {x}", "the successor of {x}"), ("~add 1 to {x}", "~raise {x} by one", "~increase {x} by 1")),
    "- 1": (("{x} minus 1", "one less than {x}", "the number just before {x}", "the predecessor of {x}"), ("~subtract 1 from {x}", "~lower {x} by one", "~decrease {x} by 1")),
    "& {n}": (("the bits that {x} and {n} have in common", "{x} AND {n}, bit by bit", "{x} & {n}"), ("~mask the bits of {x} with {n}", "~apply a bitwise AND with {n} to {x}", "~keep only the bits of {x} that are set in {n}")),
    "| {n}": (("the bits that are set in {x} or {n}", "{x} OR {n}, bit by bit"), ("~apply a bitwise OR with {n} to {x}", "~set the bits of {n} in {x}")),
    "expr $f1 ^ {n}": (("the bits in which {x} and {n} differ", "{x} XOR {n}, bit by bit"), ("~apply a bitwise XOR with {n} to {x}", "~flip the bits of {n} in {x}")),
    "<< {n}": (("{x} with its bits moved {n} places to the left", "{x} << {n}"), ("~move the bits of {x} {n} places to the left", "~bit-shift {x} to the left by {n}")),
    ">> {n}": (("{x} with its bits moved {n} places to the right", "{x} >> {n}"), ("~move the bits of {x} {n} places to the right", "~bit-shift {x} to the right by {n}")),
    "mtof": (("the frequency in hertz that belongs to {x}", "the pitch in Hz of {x}", "how many hertz {x} has", "the frequency that corresponds to {x}"), ("~look up the frequency of {x}", "~find the frequency that belongs to {x}")),
    "ftom": (("the note number that belongs to {x}", "which MIDI note {x} is", "the MIDI pitch of {x}", "the MIDI note that corresponds to {x}", "the key number of {x}"), ("~look up the MIDI note of {x}", "~find the MIDI note that belongs to {x}")),
    "dbtorms": (("the linear amplitude of {x}", "the linear gain of {x}", "how large the amplitude of {x} is"), ("~find the linear amplitude of {x}",)),
    "rmstodb": (("how many decibels {x} is", "the decibel value of {x}", "the level in decibels of {x}"), ("~find the decibel value of {x}", "~express {x} in decibels")),
}  # fmt: skip


PAIRS: dict[str, tuple[Words, Words]] = {
    "+": (("what {both} add up to", "the result of adding {both}", "{a} with {b} added to it", "{both} added together"), ("~add {b} on top of {a}", "~calculate {a} plus {b}", "~total {both}")),
    "-": (("what is left of {a} when {b} is taken away", "{a} with {b} taken away from it", "{a} less {b}", "how much larger {a} is than {b}", "{a} reduced by {b}"), ("~calculate {a} minus {b}", "~deduct {b} from {a}", "~reduce {a} by {b}", "~remove {b} from {a}")),
    "*": (("the result of multiplying {both}", "{a} as many times as {b} says", "{both} multiplied together"), ("~calculate {a} times {b}", "~scale {a} by {b}", "~multiply {both} with each other")),
    "/": (("the result of dividing {a} by {b}", "{a} over {b}", "how many times {b} fits into {a}, with decimals", "{a} split into as many parts as {b} says"), ("~calculate {a} divided by {b}", "~split {a} into as many parts as {b} says", "~divide {a} through {b}")),
    "expr ($f1 + $f2) / 2": (("the number halfway between {both}", "half the sum of {both}", "the midpoint between {both}", "the middle of {both}"), ("~add {both} and ~divide the sum by 2", "~add {both} and ~halve the result", "~find the middle between {both}", "~take the average of {both}")),
    "expr abs($f1 - $f2)": (("how far apart {both} are", "the difference between {both} without its sign", "the positive difference of {both}", "the gap between {both}"), ("~find out how far apart {both} are", "~subtract {b} from {a} and ~ignore the sign", "~calculate the absolute value of {a} minus {b}")),
    "mod": (("what remains when {a} is divided by {b}", "the rest of {a} after division by {b}", "the remainder when dividing {a} by {b}", "what is left over when {a} is divided by {b}"), ("~divide {a} by {b} and ~keep the remainder", "~divide {a} by {b} and ~keep only the rest", "~find the remainder of {a} divided by {b}")),
    "div": (("how often {b} fits into {a}", "how many whole times {b} goes into {a}", "{a} divided by {b} without the remainder"), ("~divide {a} by {b} and ~ignore the remainder", "~count how often {b} fits into {a}")),
    "pow": (("{a} multiplied by itself as often as {b} says", "{a} with {b} as its exponent"), ("~use {b} as the exponent of {a}",)),
    "max": (("whichever of {both} is larger", "the bigger of {both}", "the higher of {both}", "the greater of {both}"), ("~keep only the larger of {both}", "~choose the bigger of {both}", "~compare {both} and ~output the larger one")),
    "min": (("whichever of {both} is smaller", "the lower of {both}", "the lesser of {both}", "the least of {both}"), ("~keep only the smaller of {both}", "~choose the lower of {both}", "~compare {both} and ~output the smaller one")),
    ">": (("1 if {a} is larger than {b} and 0 if not", "whether {a} is above {b}", "whether {a} exceeds {b}"), ("~test whether {a} is bigger than {b}", "~output 1 if {a} is greater than {b} and 0 otherwise")),
    "<": (("1 if {a} is smaller than {b} and 0 if not", "whether {a} is below {b}"), ("~test whether {a} is lower than {b}", "~output 1 if {a} is less than {b} and 0 otherwise")),
    "==": (("1 if {both} are equal and 0 if not", "whether {both} have the same value"), ("~check if {both} are identical", "~output 1 if {both} are equal and 0 otherwise")),
    "!=": (("1 if {both} differ and 0 if they are equal",), ("~output 1 if {both} are different and 0 if they are the same",)),
}  # fmt: skip


def defined(body: str, standard: Words, part: int, table: dict[str, tuple[Words, Words]] = DEFINITIONS) -> Words:
    """The usual nouns (part 0) or verbs (part 1) of a box with those of its definition."""
    more = table[body][part] if body in table else ()
    return tuple(dict.fromkeys((*standard, *more)))
