/** What opens an instruction to the author. */
export const INSTRUCTION =
  /^(?:please\s+)?(?:insert|enter|add|complete|delete|choose|select|specify|type|state|give|provide|describe|to be|check|confirm|update|amend)\b/i;
/** What a template asks for: "[name of school]", "[number]", "[the date]". */
export const ASKED = new RegExp(
  String.raw`^(?:(?:the|your|full|first|last|local|total)\s+)*` +
    '(?:names?|numbers?|dates?|day|month|year|time|period|titles?|areas?|councils?|local authority|authority|organisations?|schools?|settings?|teams?|figures?|amounts?|percentages?|%|totals?|judgements?|grades?|addresse?s?|authors?|inspectors?|sources?|text|details|xx+|tb[acd])' +
    String.raw`(?:\s+(?:of|for|and)\s+[^[\]]{1,60}|\s+here)?$`,
  'i',
);
/** How a note in brackets ends that says so: "[figure tbc]", "[date to follow]", "[name?]". */
export const OPEN_END =
  /(?:^|\s)(?:tb[acd]|to (?:follow|come|be (?:added|agreed|confirmed|inserted|provided|updated)))$|^(?:name|date|figure|number|source|ref|title|year)s?\s?\?+$/i;

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const TO_BE = 'to be (?:confirmed|added|agreed|determined|inserted|provided|updated)';
/** What an author still has to get. */
const MATERIAL =
  '(?:text|data|figures?|numbers?|narrative|commentary|analysis|content|wording|charts?|graphs?|tables?|pictures?|images?|photos?|quotes?|quotations?)';

/**
 * Forms that stand for a figure, a name or a day wherever they are met. Sources: published templates of reports and
 * plans, and the prompts of Word's content controls.
 */
export const FORMS: readonly RegExp[] = [
  /\$\{\d+(?::[^{}]{0,200}|\|[^{}]{0,200}\|)?\}/g,
  /\{\{[^{}\n]{1,80}\}\}/g,
  /\blorem ipsum\b/gi,
  /\b(?:TODO|FIXME)\b/g,
  /(?<![^\s(£])\?{3,}(?!\S)/g,
  /(?<![^\s(£])\?{2,}(?=\s\p{Ll}|\s?%)/gu,
  /\(\?{1,5}\)/g,
  new RegExp(
    String.raw`\((?:(?:${MATERIAL}|name|date|owner|lead|cost|amount|source)s? )?(?:tb[cad]|${TO_BE})\)`,
    'gi',
  ),
  new RegExp(String.raw`\(${MATERIAL} (?:to follow|to come)\)`, 'gi'),
  /£\s?[Xx]+(?:[.,][Xx]+)*(?:\s?(?:[mk]|bn|million))?\b/g,
  /£\s?(?:\?{1,5}|_{1,40})/g,
  /\b(?:[Xx]+(?:\.[Xx]+)?|NN|nn)\s?(?:%|per cent\b)/g,
  /\[(?:[XYN]\](?=\s?%|\s+(?:of|out of|per cent)\b)|(?<=\bof\s\[)[XYN]\])/g,
  /\b(?:[Xx]{2}|dd|00)([./-])(?:[Xx]{2}|mm|00)\1(?:[Xx]{4}|[Xx]{2}|20[Xx]{2}|yyyy|\d{4}|\d{2})\b/gi,
  /\b\d{1,2}([./])[Xx]{2}\1(?:20)?(?:\d{2}|[Xx]{2})\b/g,
  new RegExp(String.raw`\b[Xx]{2}(?:st|nd|rd|th)?\s+${MONTH}\b`, 'g'),
  /\bdd\s+(?:mm|mmmm|month)\s+yyyy\b/gi,
  /\b20[Xx]{2}\b/g,
  /\bXX+\b/g,
  /\bXx{2,}\b/g,
  /(?<![\p{L}\p{N}.,/(-])x{2,}(?=\s+(?:x{2,}(?!\p{L})|\p{Ll}{3}))/gu,
  /(?<=(?<![\p{L}\p{N}.,/(-])x{2,20}\s)x{2,}(?!\p{L})/gu,
  /(?<!_)_{3,}(?!_)/g,
];

/** Words that only a template has, or that a program puts into one to be written over. */
export const PROMPTS: readonly RegExp[] = [
  /\b(?:click|tap)(?: or (?:click|tap))?(?: here)? to (?:enter|add|edit|insert|type) (?:text|(?:a )?date|(?:a )?(?:sub)?title|(?:a )?name|notes|content|your \p{L}+)\b\.?/giu,
  /(?<!\p{L})choose an item\.(?!\p{L})/giu,
  /\b(?:your|type|enter|insert|add|put) (?:text|title|subtitle|name|narrative|commentary) here\b/gi,
  /\b(?:sample|dummy|placeholder) text\b(?! messages?\b)/gi,
  /\bdelete (?:as (?:appropriate|applicable|necessary|required)|(?:if|where) not applicable)\b/gi,
];

/** What a program prints where it cannot find what was meant: Word in place of a reference, a spreadsheet of a result. */
export const PROGRAM_ERRORS =
  /\bError! (?:Reference source not found|Bookmark not defined|No (?:bookmark|text|table|sequence)[\p{L} ]{1,60}|Not a valid[\p{L} ]{1,40}|Unknown[\p{L} ]{1,60}|Hyperlink reference not valid|Objects? cannot[\p{L} ]{1,60})\.?|#(?:REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!)|\[object Object\]/gu;

/** Short notes, in small letters within a sentence or behind what they are of. In a table a blank is not set yet. */
export const SHORT_NOTES: readonly RegExp[] = [
  /(?<![\p{L}\p{N}./-])tb[cad](?![\p{L}\p{N}-])/gu,
  /(?<=\b(?:is|are|was|were|still|currently|[Ff]igures?|[Dd]ates?|[Vv]enue|[Tt]imes?|[Nn]ames?|[Oo]wner|[Ll]ead|[Aa]mount|[Cc]ost|[Nn]umbers?|[Tt]arget|[Dd]etails?)[:,]? )TB[CAD](?![\p{L}\p{N}’'-])/gu,
];

/** Sentences with nothing else in them, without their stop. */
export const NOTES: readonly RegExp[] = [
  new RegExp(
    `^(?:more |further |updated )?${MATERIAL} (?:(?:is|are) )?(?:to follow|to come|to be (?:added|inserted|provided|updated))$`,
    'i',
  ),
  new RegExp(`^(?:still )?awaiting (?:(?:the|final|more|further|updated|latest) )?${MATERIAL}$`, 'i'),
  /^(?:please )?(?:add|insert|enter|put|type|write|paste)\s[^.!?]{1,80}\shere$/i,
  new RegExp(
    `^(?:please )?(?:insert|paste|add) (?:(?:a|an|the|your|relevant|latest) )?(?:logo|map|date|name|${MATERIAL})$`,
    'i',
  ),
];

/** A word to a colleague that was to go out before the document does: in brackets, behind "NB", or begun in small letters. */
export const TO_A_COLLEAGUE =
  /(?<=^|[Nn]\.?[Bb][.:]? (?:please )?|\((?:please )?)(?:check|confirm|verify|clear|ask|chase)\s[^.!?()]{1,80}\bbefore (?:publishing|publication|sending|issuing|finalising|circulating|circulation|sign-off|(?:it|this) (?:goes out|is (?:published|sent|issued|circulated)))(?=[.!)]|$)/g;
