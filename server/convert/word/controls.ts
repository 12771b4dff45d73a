import { child, descend, elementsOf, within, type XmlElement } from '../office/xml.ts';
import { isOn, numberOf, settingOf, switchOf } from './properties.ts';

/** What a content control (`<w:sdt>`) is. */
export interface Control {
  readonly content: XmlElement | undefined;
  readonly isContents: boolean;
  /** Whether its words are those that ask for words. */
  readonly isPlaceholder: boolean;
  /** For a box to tick, whether it is ticked. */
  readonly ticked: boolean | undefined;
}

/** The boxes that ticked and other check boxes are shown as. */
export const TICKED = '☒';
export const UNTICKED = '☐';

export function readControl(element: XmlElement): Control {
  const properties = child(element, 'w:sdtPr');
  const gallery = settingOf(child(properties, 'w:docPartObj'), 'w:docPartGallery');
  const checkBox = child(properties, 'w14:checkbox');
  const checked = child(checkBox, 'w14:checked');
  return {
    content: child(element, 'w:sdtContent'),
    isContents: gallery !== undefined && /^table of contents$/i.test(gallery),
    isPlaceholder: switchOf(properties, 'w:showingPlcHdr') === true,
    ticked:
      checkBox === undefined
        ? undefined
        : checked !== undefined && isOn(checked.attributes['w14:val'] ?? '1'),
  };
}

/** What a field of an older form shows that has no words of its own: a box, or what was chosen from a list. */
export function formFieldText(fieldChar: XmlElement): string {
  const data = child(fieldChar, 'w:ffData');
  const box = child(data, 'w:checkBox');
  if (box !== undefined) {
    return (switchOf(box, 'w:checked') ?? switchOf(box, 'w:default') ?? false) ? TICKED : UNTICKED;
  }
  const list = child(data, 'w:ddList');
  if (list === undefined) return '';
  const entries = elementsOf(list).filter(({ name }) => name === 'w:listEntry');
  const index = numberOf(settingOf(list, 'w:result')) ?? numberOf(settingOf(list, 'w:default')) ?? 0;
  return entries[index]?.attributes['w:val'] ?? '';
}

const READ = ['w:t', 'w:txbxContent', 'a:blip', 'c:chart', 'dgm:relIds', 'v:imagedata', 'w:p', 'w:sym'];

/** Of two forms of one thing, for newer and older programs, the newer one, unless nothing in it can be read. */
export function chosen(alternate: XmlElement): XmlElement | undefined {
  const choices = elementsOf(alternate).filter(({ name }) => name === 'mc:Choice');
  const good = choices.find((choice) => READ.some((name) => within(choice, name).length > 0));
  return good ?? child(alternate, 'mc:Fallback') ?? choices[0];
}

/** The words of a formula, with a stroke for fractions. */
export function formulaText(element: XmlElement): string {
  if (element.name === 'm:t') return element.children.filter((one) => typeof one === 'string').join('');
  if (element.name === 'm:f') {
    const [over, under] = [child(element, 'm:num'), child(element, 'm:den')];
    if (over !== undefined && under !== undefined) return `${formulaText(over)}/${formulaText(under)}`;
  }
  return elementsOf(element).map(formulaText).join('');
}

/** The words of what was deleted, which are no part of the text. */
export function deletedWords(element: XmlElement): string {
  const words: string[] = [];
  const visit = (at: XmlElement): void => {
    if (at.name === 'w:delText' || at.name === 'w:t') {
      words.push(at.children.filter((one) => typeof one === 'string').join(''));
    } else if (at.name === 'w:tab' || at.name === 'w:br') words.push(' ');
    else {
      if (at.name === 'w:p' && words.length > 0) words.push(' ');
      for (const one of elementsOf(at)) visit(one);
    }
  };
  visit(element);
  return words.join('');
}

/** The mark of a tracked change among the properties of a paragraph, a run, a row or a cell. */
export function changeMark(
  properties: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return elementsOf(properties).find(({ name }) => names.includes(name));
}

/** Whether the end of a paragraph was deleted, so that the next one goes on in the same line. */
export function deletedEnd(paragraph: XmlElement): XmlElement | undefined {
  return changeMark(descend(paragraph, 'w:pPr', 'w:rPr'), 'w:del', 'w:moveFrom');
}
