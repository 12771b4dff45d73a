import { child, elementsOf, within, type XmlElement } from '../office/xml.ts';
import type { Behind } from './behind.ts';
import { chosen } from './controls.ts';
import type { Part, Reading } from './reading.ts';

/** What a drawing, an older picture or an embedded object holds that can be read. */
export function drawn(element: XmlElement, part: Part, reading: Reading): readonly Behind[] {
  const found: Behind[] = [];
  const visit = (at: XmlElement, alt: string): void => {
    const own = altOf(at) ?? alt;
    switch (at.name) {
      case 'mc:AlternateContent': {
        const content = chosen(at);
        if (content !== undefined) visit(content, own);
        return;
      }
      case 'w:txbxContent':
        found.push({ kind: 'box', content: at, part });
        return;
      case 'a:blip':
        found.push(picture(reading, part, at.attributes['r:embed'], own));
        return;
      case 'v:imagedata':
        found.push(picture(reading, part, at.attributes['r:id'], own || (at.attributes['o:title'] ?? '')));
        return;
      case 'v:textpath':
        found.push({ kind: 'words', words: at.attributes.string ?? '' });
        return;
      case 'c:chart':
        found.push(...related(part, at.attributes['r:id'], 'chart'));
        return;
      case 'dgm:relIds':
        found.push(...related(part, at.attributes['r:dm'], 'diagram'));
        return;
      case 'o:OLEObject':
        noteLost(reading, 'An object from another program that stands here was not read.');
        return;
      case 'cx:chart':
        noteLost(reading, 'A chart of a newer kind that stands here was not read.');
        return;
      default:
        for (const one of elementsOf(at)) visit(one, own);
    }
  };
  visit(element, '');
  return found;
}

/** What an author says is to be seen, where an element holds that, or where the one that it names does. */
function altOf(element: XmlElement): string | undefined {
  const named = child(element, 'wp:docPr') ?? child(child(element, 'pic:nvPicPr'), 'pic:cNvPr');
  const alt = named?.attributes.descr || named?.attributes.title || element.attributes.alt;
  return alt === undefined || alt === '' ? undefined : alt;
}

function picture(reading: Reading, part: Part, id: string | undefined, alt: string): Behind {
  const relationship = part.relationships.get(id ?? '');
  reading.pictures.push({
    alt,
    part: relationship?.external === false ? relationship.target : undefined,
  });
  return { kind: 'picture', picture: reading.pictures.length - 1 };
}

function related(part: Part, id: string | undefined, kind: 'chart' | 'diagram'): readonly Behind[] {
  const relationship = part.relationships.get(id ?? '');
  return relationship?.external === false ? [{ kind, part: relationship.target }] : [];
}

function noteLost(reading: Reading, message: string): void {
  const at = reading.text.length;
  reading.addNote('dropped', { from: at, to: at }, message);
}

/** The words of a diagram, one text for each of its points that has any. */
export function diagramTexts(root: XmlElement): readonly string[] {
  return within(root, 'dgm:pt').flatMap((point) => {
    const words = within(point, 'a:p')
      .map((paragraph) =>
        within(paragraph, 'a:t')
          .map(({ children }) => children.join(''))
          .join(''),
      )
      .filter((line) => line.trim() !== '');
    return words.length === 0 ? [] : [words.join('\n')];
  });
}
