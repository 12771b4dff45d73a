import { nearest } from '../framework/name.ts';
import type { ExplainArgs } from './args.ts';
import { checkTexts } from './checkTexts.ts';
import { EXIT, type Io } from './io.ts';
import { visible } from './output/screen.ts';
import { hanging, widthFor, wrap } from './output/wrap.ts';
import { type Part, type RuleText, readRules } from './rulesPage.ts';

/** `touchstone explain`: says what a rule checks and why, or which rules there are. */
export async function explain({ rule: wanted }: ExplainArgs, io: Io): Promise<number> {
  const own = readRules();
  // Frameworks are read only where one of their checks may be meant.
  const isOwn = own.some(({ id }) => id === wanted);
  const rules = isOwn ? own : [...own, ...(await checkTexts(io))];
  const width = widthFor(io);
  if (wanted === undefined) {
    io.out(`${list(rules, width).join('\n')}\n`);
    return EXIT.clean;
  }
  const family = rules.filter(({ id }) => id.startsWith(`${wanted.replace(/\/$/, '')}/`));
  if (family.length > 0) {
    io.out(`${list(family, width).join('\n')}\n`);
    return EXIT.clean;
  }
  // Several frameworks may have a check of one name.
  const found = rules.filter(({ id }) => id === wanted);
  if (found.length === 0) {
    io.err(`${visible(unknown(wanted, rules))}\n`);
    return EXIT.notRun;
  }
  for (const { id, parts } of found) {
    io.out(`${[id, ...parts.flatMap((part) => ['', ...partLines(part, width)])].join('\n')}\n`);
  }
  return EXIT.clean;
}

function list(rules: readonly RuleText[], width: number): readonly string[] {
  const column = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.flatMap(({ id, summary, severity = '', isOff }) =>
    hanging(
      `${id.padEnd(column)}  ${severity.padEnd(7)}  `,
      isOff ? `${summary} (Off unless you set it.)` : summary,
      width,
    ),
  );
  return [...lines, '', 'See "touchstone explain RULE" for what a rule finds and how the mended text looks.'];
}

function partLines(part: Part, width: number): readonly string[] {
  switch (part.kind) {
    case 'paragraph':
      return wrap(part.text, width);
    case 'message':
      return hanging('  > ', part.text, width);
    case 'example':
      return part.lines.map((line) => `    ${visible(line)}`.trimEnd());
    case 'options':
      return part.rows.flatMap(({ name, unset, description }) => [
        `Option: ${name} (unless set, ${unset})`,
        ...hanging('  ', description, width),
      ]);
  }
}

function unknown(wanted: string, rules: readonly RuleText[]): string {
  const meant = meantBy(wanted, rules);
  const hint = meant.length === 0 ? '.' : `; did you mean ${meant.map((id) => `"${id}"`).join(' or ')}?`;
  return `There is no rule "${wanted}"${hint} "touchstone explain" lists them all.`;
}

/** The rules that someone may mean: named without their family, or misspelt. */
function meantBy(wanted: string, rules: readonly RuleText[]): readonly string[] {
  const ids = rules.map(({ id }) => id);
  const named = ids.filter((id) => nameOf(id) === wanted);
  if (named.length > 0) return named;
  const near = nearest(wanted, ids, (id) => id);
  return (near.length > 0 ? near : nearest(wanted, ids, nameOf)).slice(0, 3);
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
