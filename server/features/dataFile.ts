import type { FrameworkLibrary } from '../framework/library.ts';
import { rootOf } from '../framework/load.ts';
import { child, type Located, textOf } from '../framework/locate.ts';
import type { DataReading } from '../syntax/data.ts';
import { readYaml } from '../syntax/yaml.ts';
import type { Finding } from '../text/problem.ts';
import { SourceText } from '../text/sourceText.ts';
import type { Analysis } from './analysis.ts';
import { configProblems } from './configProblems.ts';
import { SCHEMAS, type SchemaTree } from './dataSchema.ts';
import { exampleFindings } from './examples.ts';
import { isConfigFile } from './pack.ts';
import type { PackBaseline } from './packBaseline.ts';
import { packFileFindings } from './packFile.ts';
import type { Workbooks } from './packSources.ts';

export interface DataFileInput {
  readonly path: string;
  readonly text: SourceText;
  /** The frameworks of the file's pack, as they were saved. */
  readonly library: FrameworkLibrary;
  /** The workbooks that the pack names, as they were saved. */
  readonly workbooks?: Workbooks;
  /** The baseline that it names, as it was saved. */
  readonly baseline?: PackBaseline | undefined;
}

/** A framework file, a `touchstone.yaml`, or the part of a document that is written as data, as it stands in the editor. Never changed. */
export interface DataFile {
  readonly input: DataFileInput;
  readonly reading: DataReading;
  readonly tree: SchemaTree;
  /** The file's own data, and those of the frameworks that it extends, the nearest first. */
  readonly layers: readonly Layer[];
  /** With this file as it is now. */
  readonly library: FrameworkLibrary;
  readonly findings: readonly Finding[];
}

/** Data that a file is made of: its own, or inherited. */
export interface Layer {
  readonly root: Located;
  readonly text: SourceText;
  /** Of a shipped framework there is none. */
  readonly path: string | undefined;
}

/** Reads a file of a pack and checks it, going by the reading of an earlier version where that holds. */
export function readDataFile(input: DataFileInput, before?: DataFile): DataFile {
  const { path, text } = input;
  const source = text.toString();
  const reading = readYaml(source, before?.reading.pieces);
  const root = rootOf(reading);
  const own = root === undefined ? [] : [{ root, text, path }];
  if (isConfigFile(path)) {
    const { workbooks = new Map(), baseline } = input;
    const findings = packFileFindings(path, configProblems(source, { workbooks, baseline }));
    return { input, reading, tree: SCHEMAS.config, layers: own, library: input.library, findings };
  }
  const library = input.library.including({ path, text: source, reading });
  const layers = [...own, ...layersOf(library, extended(root), textOf(child(root, 'id')))];
  // Examples are run when the file is saved: each is a document to be checked.
  const failures = library === input.library ? exampleFindings(library, path) : [];
  const findings = [...packFileFindings(path, library.file(path)?.problems ?? []), ...failures];
  return { input, reading, tree: SCHEMAS.framework, layers, library, findings };
}

/** The part of a document that is written as data, as if it were a file of its own; `from` is where it begins. */
export function dataPart({
  input,
  model,
}: Analysis): { readonly file: DataFile; readonly from: number; readonly to: number } | undefined {
  if (model.written === undefined) return undefined;
  const { from, to, reading } = model.written;
  const { path, library } = input;
  const text =
    from === 0 && to === model.text.length ? model.text : SourceText.of(model.text.slice(from, to));
  const root = rootOf(reading);
  const layers = root === undefined ? [] : [{ root, text, path }];
  const file = {
    input: { path, text, library },
    reading,
    tree: SCHEMAS.report,
    layers,
    library,
    findings: [],
  };
  return { file, from, to };
}

/** A framework's data and those of the frameworks that it extends, up to one that is not known or is `self`. */
export function layersOf(library: FrameworkLibrary, id: string | undefined, self?: string): readonly Layer[] {
  const layers: Layer[] = [];
  const seen = new Set([self]);
  for (let next = id; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    const written = library.written(next);
    if (written?.root === undefined) break;
    layers.push({ root: written.root, text: SourceText.of(written.text), path: written.path });
    next = extended(written.root);
  }
  return layers;
}

function extended(root: Located | undefined): string | undefined {
  return textOf(child(root, 'extends'));
}
