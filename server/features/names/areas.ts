import type { Area } from '../../framework/vocabulary.ts';
import { anchorSpan, type PlacedStatement, type Report, statementsOn } from '../../report/report.ts';
import { sameAddress } from '../../text/address.ts';
import { statementAt } from '../places.ts';
import { type AreaThing, type Mention, type Named, UNCHANGED } from './thing.ts';

/** What is judged where a judgement stands at `offset`. */
export function areaAt(path: string, report: Report, offset: number): Named | undefined {
  const found = statementAt(report, offset);
  if (found === undefined) return undefined;
  const { section, statement } = found;
  const span = anchorSpan(section, statement.at);
  return { thing: { kind: 'area', path, name: statement.area.name }, span, name: undefined, form: 'words' };
}

/** Every place of the document that states the judgement; the section's own is the one that counts. */
export function areaMentions(path: string, report: Report, thing: AreaThing): readonly Mention[] {
  const area = report.vocabulary?.areas.find(({ name }) => name === thing.name);
  if (area === undefined || sameAddress(thing.path) !== sameAddress(path)) return [];
  const all = statementsOn(report, area);
  const own = officialOf(area, all);
  return all.map((placed): Mention => {
    const { section, statement } = placed;
    const role = placed === own ? 'definition' : 'use';
    const span = anchorSpan(section, statement.at);
    return { span, role, form: 'words', name: statement.text, renamed: UNCHANGED };
  });
}

const FORMS = ['heading', 'field', 'line', 'prose', 'summary'] as const;

function officialOf({ section: role }: Area, all: readonly PlacedStatement[]): PlacedStatement | undefined {
  const rank = ({ section, statement }: PlacedStatement) =>
    FORMS.indexOf(statement.form) + (section.content.role === role ? 0 : FORMS.length);
  return [...all].sort((a, b) => rank(a) - rank(b))[0];
}
