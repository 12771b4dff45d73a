import { scalarOffsets } from '../syntax/data.ts';
import { SEVERITIES, type Severity } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { oneOf } from './draftValues.ts';
import { child, headSpan, items, type Located, textOf, valueSpan } from './locate.ts';

/** A document that a framework brings along as its own test, and what must be found in it: that and nothing else. */
export interface Example {
  readonly name: string;
  /** Where it stands in the framework file. */
  readonly at: Span;
  /** The document itself; undefined for one in a file of its own. */
  readonly text: ExampleText | undefined;
  /** The file that holds the document, from the folder of the framework file. */
  readonly file: { readonly path: string; readonly at: Span } | undefined;
  readonly syntax: 'markdown' | 'yaml';
  /** Families and ids of the rules that count, so that a document need not be whole; undefined for all. */
  readonly rules: readonly NamedRule[] | undefined;
  readonly findings: readonly ExpectedFinding[];
}

export interface ExampleText {
  readonly text: string;
  /** Where a stretch of the text stands in the framework file. */
  readonly spanOf: (span: Span) => Span;
}

export interface NamedRule {
  readonly id: string;
  readonly at: Span;
}

export interface ExpectedFinding {
  readonly rule: NamedRule;
  /** Words that the finding's place must hold. */
  readonly quoted: string | undefined;
  /** The line of the document that it begins on, from 1. */
  readonly line: number | undefined;
  readonly severity: Severity | undefined;
}

/** The examples of a framework file; one without a document is left out, since the file's check reports it. */
export function readExamples(root: Located | undefined): readonly Example[] {
  return items(child(root, 'examples')).flatMap((place, index) => {
    const text = child(place, 'text');
    const file = child(place, 'file');
    const path = textOf(file);
    const name = child(place, 'name');
    if (textOf(text) === undefined && path === undefined) return [];
    return [
      {
        name: textOf(name) ?? `Example ${index + 1}`,
        at: name === undefined ? headSpan(place) : valueSpan(name),
        text: readText(text),
        file: file === undefined || path === undefined ? undefined : { path, at: valueSpan(file) },
        syntax: oneOf(child(place, 'syntax'), SYNTAXES) ?? syntaxOf(path),
        rules: child(place, 'rules') && items(child(place, 'rules')).flatMap(namedRule),
        findings: items(child(place, 'findings')).flatMap(readExpected),
      },
    ];
  });
}

const SYNTAXES: readonly Example['syntax'][] = ['markdown', 'yaml'];

function syntaxOf(path: string | undefined): Example['syntax'] {
  return path !== undefined && /\.ya?ml$/i.test(path) ? 'yaml' : 'markdown';
}

function readText(place: Located | undefined): ExampleText | undefined {
  const text = textOf(place);
  if (text === undefined || place?.node.kind !== 'scalar') return undefined;
  const offset = scalarOffsets(place.node);
  return {
    text,
    spanOf: ({ from, to }) => ({ from: place.at + offset(from), to: place.at + offset(to) }),
  };
}

function namedRule(place: Located | undefined): readonly NamedRule[] {
  const id = textOf(place);
  return place === undefined || id === undefined ? [] : [{ id, at: valueSpan(place) }];
}

/** A finding is named by its rule alone, or with what else is known of it. */
function readExpected(place: Located): readonly ExpectedFinding[] {
  const line = textOf(child(place, 'line'));
  return namedRule(textOf(place) === undefined ? child(place, 'rule') : place).map((rule) => ({
    rule,
    quoted: textOf(child(place, 'quoted')),
    line: line !== undefined && /^\d{1,7}$/.test(line) ? Number(line) : undefined,
    severity: oneOf(child(place, 'severity'), SEVERITIES),
  }));
}

/** What is wrong with examples that no schema can tell. */
export function exampleProblems(root: Located): readonly { readonly span: Span; readonly message: string }[] {
  return items(child(root, 'examples')).flatMap((place) => {
    if (place.node.kind !== 'map') return [];
    const [text, file] = [child(place, 'text'), child(place, 'file')];
    if (text === undefined && file === undefined) {
      const message =
        'This example has no document: give it as "text", or name the file that holds it as "file".';
      return [{ span: headSpan(place), message }];
    }
    if (text === undefined || file === undefined) return [];
    const message = 'This example has its document as "text" already: take out "text" or "file".';
    return [{ span: headSpan(file), message }];
  });
}
