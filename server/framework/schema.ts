import { type DataNode, entryOf } from '../syntax/data.ts';
import type { Problem } from '../text/problem.ts';
import { shift } from '../text/span.ts';
import type { Located } from './locate.ts';
import { MAX_PROBLEMS, type SchemaError, schemaMessages } from './schemaMessages.ts';
import { hasEmpties, typedValue } from './typed.ts';
import {
  config,
  difference,
  findings,
  framework,
  report,
  section,
  type Validator,
} from './validators.generated.js';

/** What a text of data can be checked as. */
export type SchemaKind = 'framework' | 'report' | 'config';

const VALIDATORS: Readonly<Record<SchemaKind, Validator>> = { framework, report, config };

/**
 * What was found in the sections of a report, by node: kept from one version to the next by whoever keeps
 * the nodes. Places count from the start of the node.
 */
export type SchemaMemo = WeakMap<DataNode, readonly Problem[]>;

/**
 * What a file of data says that its schema does not know, in plain words and in the order of the text.
 * @param at where the root starts in the text
 * @param memo of an earlier version of a report, so that only sections that changed are looked at
 */
export function schemaProblems(
  kind: SchemaKind,
  root: DataNode | undefined,
  at: number,
  memo: SchemaMemo = new WeakMap(),
): readonly Problem[] {
  const node: DataNode = root ?? { kind: 'map', entries: [], length: 0 };
  const validator = VALIDATORS[kind];
  const problems =
    kind === 'report' ? withSections(validator, node, memo) : ownProblems(validator, node, node);
  return placed(problems.slice(0, MAX_PROBLEMS), at);
}

/** The problems of a report or section: its own, and those of its sections, each looked at by itself. */
function withSections(validator: Validator, node: DataNode, memo: SchemaMemo): readonly Problem[] {
  const known = memo.get(node);
  if (known !== undefined) return known;
  const problems: Problem[] = [...ownProblems(validator, node, withoutSections(node))];
  const list = entryOf(node, 'sections');
  for (const item of list?.value.kind === 'list' ? list.value.items : []) {
    if (list === undefined || problems.length >= MAX_PROBLEMS) break;
    problems.push(...placed(withSections(section, item.value, memo), list.at + item.at));
  }
  problems.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  // What is no map is soon looked at, and the node of an empty value may stand in several places.
  if (node.kind === 'map') memo.set(node, problems);
  return problems;
}

function withoutSections(node: DataNode): DataNode {
  if (node.kind !== 'map') return node;
  const entries = node.entries.map((entry) =>
    entry.key === 'sections' && entry.value.kind === 'list'
      ? { ...entry, value: { ...entry.value, items: [] } }
      : entry,
  );
  return { ...node, entries };
}

/** The problems of a node, of which `looked` is the part to look at. */
function ownProblems(validator: Validator, node: DataNode, looked: DataNode): readonly Problem[] {
  const place: Located = { node, at: 0, key: undefined };
  return schemaMessages(place, schemaErrors(validator, looked));
}

function placed(problems: readonly Problem[], by: number): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, span: shift(problem.span, by) }));
}

/** What is wrong with the findings that the command line prints, for the tests that hold it to its schema. */
export function findingsFaults(value: unknown): readonly string[] {
  return errorsOf(findings, value).map(faultText);
}

/** The same of how two versions differ. */
export function differenceFaults(value: unknown): readonly string[] {
  return errorsOf(difference, value).map(faultText);
}

function faultText({ instancePath, keyword, params }: SchemaError): string {
  return `${instancePath || '/'}: ${keyword} ${JSON.stringify(params)}`;
}

/**
 * A key without a value counts as left out, so that half-written files are not scolded for it; yet a
 * key that does not exist is reported before it has its value.
 */
function schemaErrors(validator: Validator, node: DataNode): readonly SchemaError[] {
  const errors = errorsOf(validator, typedValue(node, 'drop'));
  if (!hasEmpties(node)) return errors;
  const keyErrors = errorsOf(validator, typedValue(node, 'keep')).filter(isAboutKey);
  return [...keyErrors, ...errors.filter((error) => !isAboutKey(error))];
}

function isAboutKey(error: SchemaError): boolean {
  return error.keyword === 'additionalProperties' || error.propertyName !== undefined;
}

function errorsOf(validator: Validator, value: unknown): readonly SchemaError[] {
  return validator(value) ? [] : (validator.errors ?? []);
}
