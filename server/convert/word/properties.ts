import { child, type XmlElement } from '../office/xml.ts';

/** The value of a property such as `<w:outlineLvl w:val="0"/>`; undefined when it is not there. */
export function settingOf(properties: XmlElement | undefined, name: string): string | undefined {
  return child(properties, name)?.attributes['w:val'];
}

/** A whole number, or undefined for what is none. */
export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Whether a property such as `<w:b/>` is on or off; undefined when nothing is said. */
export function switchOf(properties: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(properties, name);
  return found === undefined ? undefined : isOn(found.attributes['w:val']);
}

/** What a switch without a value, or with one of the words for it, says. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/.test(value);
}
