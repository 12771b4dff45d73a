/**
 * What a part of those that a document speaks of is called, in a title or beside a figure: "Stroud locality", "North area". What
 * stands below it is of that part alone.
 */
const PART =
  /\b(?:localit(?:y|ies)|areas?|districts?|regions?|boroughs?|wards?|clusters?|patch|hubs?|(?:north|south|east|west)(?:ern)?|team \w{1,2})\b(?! of (?:improvement|concern|focus|development|practice|strength|need|work))|\b(?:nation(?:al|ally)|england|wales|scotland|regional(?:ly)?|neighbours)\b/i;

/** Whether words narrow what stands below or beside them to a part of the whole, or speak of others. */
export function namesPart(text: string): boolean {
  return PART.test(text) && !/\b(?:areas? for|priority areas?|all (?:areas|localities))\b/i.test(text);
}

/** Whether what leads into a list names something, and no time: "In the Cotswolds:". */
export function leadsIntoPart(text: string, isTime: boolean): boolean {
  if (namesPart(text)) return true;
  return !isTime && /^(?:in|for|across|at) (?:the )?\p{Lu}\p{Ll}+[^.]{0,40}:$/u.test(lower(text.trim()));
}

function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
