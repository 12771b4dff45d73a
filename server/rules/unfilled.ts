const TO_BE = /^(?:tb[acd]|to be (?:confirmed|added|agreed|announced|decided|determined|inserted|provided))\.?$/i;
const BRACKETED = /^(?:\[[^[\]]*\]|<[^<>]*>)$/;
const MARKED = /^(?:TODO|X{2,}|\?{2,}|…|\.{3})$/;
const DATE_FORM = /^(?:dd|[xX]{2})([/.-])(?:mm|[xX]{2})\1(?:yy|yyyy|[xX]{2}|[xX]{4}|20[xX]{2})$/i;

/** Whether all of a value is a note that the value is still to come: `TBC`, `[name]`, `dd/mm/yyyy`. */
export function isUnfilled(value: string): boolean {
  const text = value.trim();
  return TO_BE.test(text) || BRACKETED.test(text) || MARKED.test(text) || DATE_FORM.test(text);
}
