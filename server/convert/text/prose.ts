// How sentences begin and end. Only what English prose has in common stands here, nothing of any framework.

const SENTENCE_END = /[.!?:;…][\s"'”’)\]*]*$/u;

const DANGLING_WORDS = new Set(
  (
    'a an the and or nor but of to in on at by for from with within without into onto upon over under between ' +
    'among across through during before after since until towards against about as than that which who whom whose ' +
    'where when while whether if because although is are was were be been being has have had do does did will ' +
    'would can could may might must should not no their its his her our your this these those such each every all ' +
    'any some most more very both either including'
  ).split(' '),
);

/** Whether a text ends as a sentence, an introduction or an item of a list does. */
export function isFinished(text: string): boolean {
  return SENTENCE_END.test(text.slice(-12));
}

/** Whether a sentence ends in a text, at its end or before. */
export function endsSentence(text: string): boolean {
  return /[.!?](?:\s|$)/.test(text);
}

/** Whether a text breaks off where no sentence can end: behind a comma, a dash, a preposition, an article. */
export function breaksOff(text: string): boolean {
  const tail = text.slice(-24);
  if (/[,(–—-]$/u.test(tail)) return true;
  return DANGLING_WORDS.has(lastWord(tail));
}

/** Whether a text ends in "and" or "or", as the last item but one of a list may well do. */
export function endsInConjunction(text: string): boolean {
  return /^(?:and|or)$/.test(lastWord(text.slice(-24)));
}

function lastWord(tail: string): string {
  return (/[\p{L}\p{N}'’-]+$/u.exec(tail)?.[0] ?? '').toLowerCase();
}

export function startsLower(text: string): boolean {
  return /^["'“‘([]*\p{Ll}/u.test(text.slice(0, 8));
}

export function startsUpper(text: string): boolean {
  return /^["'“‘([]*\p{Lu}/u.test(text.slice(0, 8));
}

export function wordCount(text: string): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const space = text.charCodeAt(at) <= 32;
    if (!space && !inWord) count += 1;
    inWord = !space;
  }
  return count;
}
