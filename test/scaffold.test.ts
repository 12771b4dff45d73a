import assert from 'node:assert/strict';
import { type Scaffold, scaffold } from '../server/features/scaffold.ts';
import type { FrameworkLibrary } from '../server/framework/library.ts';
import type { Syntax } from '../server/model/model.ts';
import type { Finding } from '../server/text/problem.ts';
import { analyseText, everyRule } from './harness/check.ts';
import { libraryWith } from './harness/library.ts';
import { OWN_FRAMEWORKS } from './scaffold/frameworks.ts';

type Answers = Readonly<Record<string, string | readonly string[]>>;

const SYNTAXES: readonly Syntax[] = ['markdown', 'yaml'];
const LIBRARY = libraryWith([...OWN_FRAMEWORKS.values()]);

function made(
  id: string,
  syntax: Syntax,
  answers: Answers = {},
  library: FrameworkLibrary = LIBRARY,
): Scaffold {
  const entry = library.get(id);
  assert.ok(entry, `the framework ${id}`);
  const given = Object.entries(answers).map(([key, value]) => [key, [value].flat()] as const);
  return scaffold({ entry, syntax, answers: new Map(given) });
}

function findingsOf(text: string, syntax: Syntax): readonly Finding[] {
  const path = `new.report.${syntax === 'yaml' ? 'yaml' : 'md'}`;
  return analyseText({ path, syntax, text }, everyRule(LIBRARY)).findings;
}

/** Whether a finding says of a gap that it is one: at the gap, or at the name of the field that it stands in. */
function tellsOf({ rule, span, message }: Finding, gap: Scaffold['gaps'][number], text: string): boolean {
  if (rule === 'prose/placeholder') return span.from < gap.to && gap.from < span.to;
  if (rule !== 'document/missing-field' || !message.includes('is still to be filled in')) return false;
  const between = text.slice(span.to, gap.from);
  return span.to <= gap.from && /^:\s*(?:- )?"?$/.test(between);
}

/** What is amiss in a new document: findings that tell of no gap, and gaps that not exactly one finding tells of. */
function amiss({ text, gaps }: Scaffold, syntax: Syntax): readonly string[] {
  const findings = findingsOf(text, syntax);
  const others = findings.filter((finding) => !gaps.some((gap) => tellsOf(finding, gap, text)));
  const odd = gaps.filter((gap) => findings.filter((finding) => tellsOf(finding, gap, text)).length !== 1);
  return [
    ...others.map(({ rule, message }) => `${rule}: ${message}`),
    ...odd.map(({ from, to }) => `${text.slice(from, to)} is not one finding`),
  ];
}

describe('scaffold', () => {
  for (const id of LIBRARY.ids()) {
    for (const syntax of SYNTAXES) {
      it(`of ${id} in ${syntax} lacks nothing but what is to be filled in`, () => {
        const document = made(id, syntax);
        assert.deepEqual(amiss(document, syntax), []);
        assert.ok(document.gaps.length > 0);
      });
    }
  }
});
