"""Which words of a sentence a "not" excuses: the verb it stands with, and no other. English only, and strict.

A sentence is cut into clauses: at ; : dashes . ! ? … brackets and quotation marks, and at words that begin something
new, such as "and", "but", "then", "if", "until", "that". The last "not" before the words counts: do not, should not,
cannot, never, nobody, no, without. It excuses words of its own clause

- at once, or after a helping verb: "Do not pay them", "You do not have to pay them", "Nobody should pay them";
- as what is made, kept or used: "Do not make a copy of the picture";
- as one of several verbs, when "or" or "nor" joins the list: "Do not reply, pay them or bargain". Without it the
  next verb is a new order ("Do not reply, pay them"), and so it is after "and" ("Do not reply and pay them")
  and behind the comma of a side clause ("If you do not want that, block or pay them").

"Not only", "why not", "no matter", "do not forget", two of them that cancel each other, and a question excuse nothing;
nor does half a "not", which leaves a way open: "Do not meet them alone", "Do not pay them before you have proof".
What cannot be told apart is not excused: a sentence that is refused can be written in a simpler way.
"""

import re

Span = tuple[int, int]

_NEW_CLAUSE = (
    *("before", "after", "until", "till", "unless", "if", "when", "while", "because", "so", "that", "who", "whom"),
    *("whose", "which", "where", "although", "though", "except", "than", "rather", "either", "since", "once"),
    *("whether", "as long", "as soon", "in case", "why", "how", "and", "but", "then", "instead", "yet", "plus"),
)
# Behind these a main clause goes on: "and do not pay, reply or bargain".
_GOES_ON = {"and", "but", "then", "instead", "yet", "plus"}
_CUT = re.compile(rf"[.!?…;:–—()\[\]“”„«»\"]|(?:^|\s)[-‘]|\b(?:{'|'.join(_NEW_CLAUSE)})\b")
_NOT = re.compile(
    r"\b(?:not|never|nobody(?: else)?|no one(?: else)?|cannot|without|neither|\w+n[’']t"
    r"|no(?:\s+\w+(?=\s+(?:can|may|must|should|will)\b))?)\b"
)
_TURNS = re.compile(r"\b(?:why|if|or|whether|either(?: do)?)\s*$")
_EMPTY = re.compile(
    r"\s*(?:only|just|merely|simply|always|yet|forget|hesitate|wait|delay|fail|miss|stop|refuse|avoid|lose|matter|doubt"
    r"|know|think|remember)\b"
)
_JOINT = re.compile(r"\s*,\s*(?:n?or\s+)?|\s+n?or\s+")
_PERSON = r"(?:anyone|anybody|someone|somebody|them|others|people|each other|(?:your|the|a) (?:child|person|friend))"
_HELPS = (
    rf"(?:ever|even|also|again|longer|need|reason|can|could|may|might|must|should|will|would|to|go|let {_PERSON}"
    rf"|(?:have|has|had|needs?|wants?|try|tries|agree|offer|promise|begin|start|go|be made|is told|ask|asks) to"
    rf"|(?:ask|tell|help) {_PERSON}(?: to)?|make {_PERSON})"
)
_TAKES = (
    r"(?:make|take|keep|use|change|ask for|ask|call|go to|trust|hire|pay for|send|offer|show|want|need|write|give|owe"
    rf"|have|run|install)(?: {_PERSON})?(?: (?:a|an|any|the|your|their|your own|another))?"
)
_LEADS = re.compile(rf"\s*(?:{_HELPS}\s+)*(?:{_TAKES}\s+)?")
_SUBJECTS = (
    *("they", "you", "it", "he", "she", "we", "i", "someone", "somebody", "nobody", "this", "these", "those", "there"),
    *("the", "a", "an", "your", "their", "his", "her", "our", "my", "them", "him", "us", "both", "else", "not"),
)
_WORD = rf"(?!(?:n?or|{'|'.join(_NEW_CLAUSE)})\b)[\w’'-]+"
_ITEM = rf"(?!(?:{'|'.join(_SUBJECTS)})\b){_WORD}"
# What follows a verb in the middle of a list: the other verbs, of at most three words, and the "or" that joins them.
_LIST_GOES_ON = re.compile(rf"(?:\s*,\s*{_ITEM}(?: {_WORD}){{0,2}})*,?\s+n?or\s+{_ITEM}")
# "Do not meet them alone" can be read as: meet them with somebody.
_HALF = re.compile(r"[^.!?…;:–—()]*\b(?:alone|until|till|unless|before|without|yet|more than|at once|right away)\b")


def excused(sentence: str, span: Span) -> bool:
    """True when a "not" of the sentence stands with the words at this span (start, end)."""
    if sentence.rstrip(" ”’»)\"'").endswith("?"):
        return False
    before, after = sentence[: span[0]].lower(), sentence[span[1] :].lower()
    cut = max(_CUT.finditer(before), key=re.Match.end, default=None)
    clause = before[cut.end() :] if cut else before
    negations = list(_NOT.finditer(clause))
    if not negations or _turned(before, clause, negations) or _HALF.match(after):
        return False
    between = clause[negations[-1].end() :]
    if "," in between and "," not in clause[: negations[-1].start()] and _opens_side_clause(cut):
        return False
    return _reaches(between, after)


def _opens_side_clause(cut: re.Match[str] | None) -> bool:
    """A comma ends such a clause: "If you do not know, call or pay"."""
    return cut is not None and cut.group() in {*_NEW_CLAUSE} - _GOES_ON


def _turned(before: str, clause: str, negations: list[re.Match[str]]) -> bool:
    """True for "why not pay", "if not, pay" and "either do not reply or pay", and for two that cancel each other."""
    last = negations[-1]
    if _TURNS.search(before[: len(before) - len(clause) + last.start()]):
        return True
    # After a comma a "not" begins anew.
    return len(negations) > 1 and "," not in clause[negations[-2].end() : last.start()]


def _reaches(between: str, after: str) -> bool:
    """True when a "not" that stands before `between` still counts for the words that follow it."""
    if _EMPTY.match(between):
        return False
    joints = list(_JOINT.finditer(between))
    if not joints:
        return bool(_LEADS.fullmatch(between))
    last = joints[-1]
    joined = "or" in last.group() or bool(_LIST_GOES_ON.match(after))
    return joined and bool(_LEADS.fullmatch(between[last.end() :]))
