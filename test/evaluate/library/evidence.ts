import type { Random } from '../../incremental/random.ts';
import { type Change, change, replace } from '../change.ts';
import { edited } from '../harmless/edit.ts';
import type { Fault, Kind } from '../kind.ts';
import type { LibraryLandmarks, LibrarySection } from './landmarks.ts';

/** What an author writes who has no evidence to name. */
const OPINIONS = [
  'We are confident that practice is good.',
  'Managers know their teams well, and we trust their judgement.',
  'Practice has improved, and everyone works hard to keep it so.',
  'We know our children well.\n\n- An audit will be carried out in due course.\n- There has been no survey yet.',
];

/** What any one of them names is enough. */
const SOURCES = [
  '- The thematic audit of last spring',
  '- What children told their social workers',
  'This is what inspectors wrote in their letter.',
  'Decisions were made in time for 87% of contacts in March 2020.',
  'Few leave us.[^leavers]\n\n[^leavers]: The list of leavers.',
  'It stands [in the annual report](https://example.org/report).',
  '- Supervision files',
  'The staff survey and exit interviews say so.',
];

export const EVIDENCE_FAULTS: readonly Fault<LibraryLandmarks>[] = [
  { name: 'evidence taken out', rule: 'evidence/missing-evidence', draw: takenOut },
];

export const EVIDENCE: readonly Kind<LibraryLandmarks>[] = [
  { name: 'evidence of another kind', draw: otherKind },
];

/** A section that a framework wants to name evidence, and that says something. */
function drawn({ sections, text }: LibraryLandmarks, random: Random): LibrarySection | undefined {
  const all = sections.filter(
    ({ role, whole }) => role?.def.evidence === 'required' && whole.to < text.length,
  );
  return all.length === 0 ? undefined : random.pick(all);
}

function body({ headingLine, whole }: LibrarySection) {
  return { from: headingLine.to + 1, to: whole.to };
}

function takenOut(document: LibraryLandmarks, random: Random): Change | undefined {
  const section = drawn(document, random);
  if (section === undefined) return undefined;
  const words = random.pick(OPINIONS);
  const edit = replace(body(section), `\n${words}\n\n`);
  return change(document.text, [edit], [section.headingLine], `${section.name} ${words}`, /names no audit/);
}

function otherKind(document: LibraryLandmarks, random: Random): Change | undefined {
  const section = drawn(document, random);
  if (section === undefined || /[%|]/.test(document.text.slice(section.whole.from, section.whole.to)))
    return undefined;
  const words = random.pick(SOURCES);
  return edited(document, [replace(body(section), `\n${words}\n\n`)], `${section.name} ${words}`);
}
