import type { DataNode } from '../syntax/data.ts';
import type { Problem } from '../text/problem.ts';
import type { Located } from './locate.ts';
import { type SchemaError, schemaMessages } from './schemaMessages.ts';
import { hasEmpties, typedValue } from './typed.ts';
import { config, findings, framework, report, type Validator } from './validators.generated.js';

/** What a text of data can be checked as. */
export type SchemaKind = 'framework' | 'report' | 'config';

const VALIDATORS: Readonly<Record<SchemaKind, Validator>> = { framework, report, config };

/**
 * What a file of data says that its schema does not know, in plain words and in the order of the text.
 * @param at where the root starts in the text
 */
export function schemaProblems(kind: SchemaKind, root: DataNode | undefined, at: number): readonly Problem[] {
  const empty: DataNode = { kind: 'map', entries: [], length: 0 };
  const place: Located = { node: root ?? empty, at, key: undefined };
  return schemaMessages(place, schemaErrors(VALIDATORS[kind], place.node));
}

/** What is wrong with the findings that the command line prints, for the tests that hold it to its schema. */
export function findingsFaults(value: unknown): readonly string[] {
  return errorsOf(findings, value).map(
    ({ instancePath, keyword, params }) => `${instancePath || '/'}: ${keyword} ${JSON.stringify(params)}`,
  );
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
