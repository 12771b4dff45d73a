const TO_BE =
  /^(?:tb[acd]|to be (?:confirmed|added|agreed|announced|decided|determined|inserted|provided))\.?$/i;
const MARKED = /^(?:TODO|X{2,}|\?{2,})$/;
const DATE_FORM = /^(?:dd|[xX]{2})([/.-])(?:mm|[xX]{2})\1(?:yy|yyyy|[xX]{2}|[xX]{4}|20[xX]{2})$/i;
const BRACKETED = /^(?:\[[^[\]]*\]|<[^<>]*>|\{\{[^{}]*\}\}|_{3,}|…|\.{3})$/;
/** What stands in brackets in place of something that was left out on purpose. */
const LEFT_OUT = /redact|withheld|remov|anonym|omit|blank|\bnone\b|\bsic\b|not (?:used|known|applicable)/i;

/** Whether all of a passage is a note that it is still to come: `TBC`, `dd/mm/yyyy`. */
export function isToCome(passage: string): boolean {
  const text = passage.trim();
  return TO_BE.test(text) || MARKED.test(text) || DATE_FORM.test(text);
}

/** Whether all of a field's value is a note that the value is still to come: `TBC`, `[name]`. */
export function isUnfilled(value: string): boolean {
  const text = value.trim();
  return isToCome(text) || (BRACKETED.test(text) && !LEFT_OUT.test(text));
}
