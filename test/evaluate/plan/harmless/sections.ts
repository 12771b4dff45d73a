import type { Random } from '../../../incremental/random.ts';
import { type Change, insert, replace } from '../../change.ts';
import { edited } from '../../harmless/edit.ts';
import type { Kind } from '../../kind.ts';
import { dashboardRows } from '../faults/statuses.ts';
import type { PlanLandmarks, PlanSection } from '../landmarks.ts';

export const SECTIONS: readonly Kind<PlanLandmarks>[] = [
  { name: 'heading under another name', draw: otherName },
  { name: 'case or colon of a heading', draw: otherLetters },
  { name: 'bold labels for headings', forms: ['markdown'], draw: labels },
  { name: 'workstream renamed', draw: renamed },
  { name: 'workstreams in another order', draw: moved },
  { name: 'workstream left out everywhere', draw: leftOut },
  { name: 'optional section left out', draw: optionalLeftOut },
  { name: 'own section at the end', draw: ownAtEnd },
  { name: 'own section on a page', draw: ownOnPage },
];

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'Aim of the plan': ['Aim', 'Aims', 'Purpose of the plan', 'Purpose'],
  Priorities: ['Our priorities', 'Key priorities'],
  Dashboard: ['Summary dashboard', 'Overview', 'Plan on a page'],
  Rationale: ['Rationale for the priority', 'Why this is a priority'],
  Objectives: ['Objective'],
  'Comments about overall status': ['Comments on overall status', 'Comments'],
  'Progress made this period': ['Progress this period', 'Progress made'],
  'Actions next period': ['Actions for next period', 'Next period', 'Next steps'],
  'Key actions, owners, impacts on objectives and timescale': ['Key actions', 'Actions', 'Action plan'],
  Metrics: ['Measures', 'Performance measures', 'Key performance indicators'],
};

function parts({ sections }: PlanLandmarks): readonly PlanSection[] {
  return sections.filter(({ part }) => part !== 'workstream');
}

function workstreams({ sections }: PlanLandmarks): readonly PlanSection[] {
  return sections.filter(({ part }) => part === 'workstream');
}

function otherName(document: PlanLandmarks, random: Random): Change {
  const { heading, name } = random.pick(parts(document));
  const other = random.pick(ALIASES[name] ?? []);
  return edited(document, [replace(heading, other)], `${name}: ${other}`);
}

function otherLetters(document: PlanLandmarks, random: Random): Change {
  const { heading, name } = random.pick(parts(document));
  const forms = [name.toUpperCase(), name.replace(/(?<= )[a-z]/g, (letter) => letter.toUpperCase())];
  if (document.form === 'markdown') forms.push(`${name}:`, `**${name}**`, `${name} ##`);
  const other = random.pick(forms);
  return edited(document, [replace(heading, other)], other);
}

/** Blocks of a page below bold labels, one or all of them. */
function labels(document: PlanLandmarks, random: Random): Change {
  const page = random.pick(workstreams(document));
  const blocks = document.sections.filter(({ part, parent }) => part === 'block' && parent === page);
  const form = random.pick(['**:**', ':**', '**']);
  const edits = blocks.map(({ headingLine, name }) => replace(headingLine, `**${name}${form}`));
  return edited(document, edits, `${page.name}: bold labels ${form}`);
}

function renamed(document: PlanLandmarks, random: Random): Change {
  const { name, heading } = random.pick(workstreams(document));
  const other = random.pick(['Early help', 'Children who go missing', 'Improve the front door', 'Workforce']);
  const row = dashboardRows(document).find(({ cells }) => cells[0]?.text === name);
  const cell = row?.cells[0];
  const edits = [replace(heading, other), ...(cell === undefined ? [] : [replace(cell.span, other)])];
  return edited(document, edits, `${name}: ${other}`);
}

function cut(document: PlanLandmarks, { whole }: PlanSection): string {
  const words = document.text.slice(whole.from, whole.to).trimEnd();
  return document.form === 'yaml' ? `${words}\n` : `${words}\n\n`;
}

function moved(document: PlanLandmarks, random: Random): Change | undefined {
  const pages = workstreams(document).slice(0, -1);
  const [one, other] = [random.pick(pages), random.pick(pages)];
  if (one === other) return undefined;
  const edits = [replace(one.whole, cut(document, other)), replace(other.whole, cut(document, one))];
  return edited(document, edits, `${one.name} and ${other.name} change places`);
}

function leftOut(document: PlanLandmarks, random: Random): Change {
  const { name, whole } = random.pick(workstreams(document).slice(0, -1));
  const row = dashboardRows(document).find(({ cells }) => cells[0]?.text === name);
  const line = row && replace({ from: row.span.from, to: row.span.to + 1 }, '');
  return edited(document, [replace(whole, ''), ...(line === undefined ? [] : [line])], `${name}: left out`);
}

function optionalLeftOut(document: PlanLandmarks, random: Random): Change {
  const { name, whole } = random.pick(parts(document).filter(({ required }) => !required));
  return edited(document, [replace(whole, '')], `${name}: left out`);
}

const OWN = ['Appendix A: Glossary', 'How to read this plan', 'Risks', 'Governance of the plan', 'Contacts'];

function ownAtEnd(document: PlanLandmarks, random: Random): Change {
  const name = random.pick(OWN);
  const words =
    'This part is for readers who are new to the plan, and says where more can be learnt about it.';
  const end = document.text.trimEnd().length;
  const own =
    document.form === 'yaml'
      ? `\n  - heading: '${name}'\n    body: |\n      ${words}\n`
      : `\n\n## ${name}\n\n${words}\n`;
  return edited(document, [replace({ from: end, to: document.text.length }, own)], name);
}

function ownOnPage(document: PlanLandmarks, random: Random): Change {
  const { whole } = random.pick(document.sections.filter(({ part }) => part === 'actions'));
  const name = random.pick(['Case study', 'What children tell us', 'Risks', 'Resources', 'Dependencies']);
  const words = 'Two families were asked what had changed for them since the spring.';
  const own =
    document.form === 'yaml'
      ? `      - heading: ${name}\n        body: ${words}\n`
      : `### ${name}\n\n${words}\n\n`;
  return edited(document, [insert(whole.from, own)], name);
}
