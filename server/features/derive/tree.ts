import { normalisePhrase } from '../../framework/name.ts';
import { isSlip, wordsOf } from '../../framework/slip.ts';
import type { Report, Section } from '../../report/report.ts';
import { idOf } from './derived.ts';

/** A section that several documents have, or one several times. */
export interface Node {
  readonly id: string;
  readonly heading: string;
  readonly aliases: readonly string[];
  readonly instances: readonly Instance[];
  /** In how many of the places around it it stands, and in how many it could. */
  readonly count: number;
  readonly of: number;
  readonly repeated: boolean;
  readonly children: readonly Node[];
}

/** One such section, with the document that it stands in. */
export interface Instance {
  readonly report: Report;
  readonly section: Section;
}

/** The sections that reports have in common, and the others, in the order that most of them share. */
export function mergeSections(reports: readonly Report[]): readonly Node[] {
  const outermost = reports.map((report) => childrenOf(report, undefined));
  return mergeLevel(outermost, '', new Set());
}

function childrenOf(report: Report, parent: Section | undefined): readonly Instance[] {
  return report.sections
    .filter((section) => section.heading !== undefined && section.parent === parent)
    .filter(({ content }) => content.name !== '')
    .map((section) => ({ report, section }));
}

/** A section of one name, or nearly one, wherever it stands. */
interface Cluster {
  readonly names: Map<string, { readonly title: string; count: number }>;
  /** The sections by the list that they stand in. */
  readonly lists: Map<number, Instance[]>;
}

function mergeLevel(
  lists: readonly (readonly Instance[])[],
  prefix: string,
  taken: Set<string>,
): readonly Node[] {
  const clusters = clustersOf(lists);
  return inOrder(clusters, lists).map((cluster): Node => {
    const titles = [...cluster.names.values()].sort((a, b) => b.count - a.count).map(({ title }) => title);
    const heading = titles[0] ?? '';
    const instances = [...cluster.lists.values()].flat();
    const id = idOf(heading, taken, prefix);
    const children = mergeLevel(
      instances.map(({ report, section }) => childrenOf(report, section)),
      id,
      taken,
    );
    return {
      id,
      heading,
      aliases: titles.slice(1),
      instances,
      count: cluster.lists.size,
      of: lists.length,
      repeated: [...cluster.lists.values()].some((own) => own.length > 1),
      children,
    };
  });
}

function clustersOf(lists: readonly (readonly Instance[])[]): readonly Cluster[] {
  const clusters: Cluster[] = [];
  for (const [index, list] of lists.entries()) {
    const names = new Set(list.map(({ section }) => section.content.name));
    for (const instance of list) {
      const { name, title } = instance.section.content;
      const cluster =
        clusters.find((known) => known.names.has(name)) ??
        clusters.find((known) => isSame(known, name) && !standsIn(known, names, index));
      if (cluster === undefined) {
        clusters.push({
          names: new Map([[name, { title, count: 1 }]]),
          lists: new Map([[index, [instance]]]),
        });
        continue;
      }
      const own = cluster.names.get(name);
      if (own === undefined) cluster.names.set(name, { title, count: 1 });
      else own.count += 1;
      cluster.lists.set(index, [...(cluster.lists.get(index) ?? []), instance]);
    }
  }
  return clusters;
}

/** Whether a list has the section under a name of its own already, so that another name means another section. */
function standsIn(cluster: Cluster, names: ReadonlySet<string>, list: number): boolean {
  return cluster.lists.has(list) || [...cluster.names.keys()].some((name) => names.has(name));
}

/** Two headings of so many words in common are one. */
const ENOUGH = 0.75;

function isSame({ names }: Cluster, name: string): boolean {
  return [...names.keys()].some(
    (known) =>
      normalisePhrase(known) === normalisePhrase(name) || isSlip(known, name) || share(known, name) >= ENOUGH,
  );
}

function share(a: string, b: string): number {
  const [first, second] = [new Set(wordsOf(a).split(' ')), new Set(wordsOf(b).split(' '))];
  // "Priority 1" and "Priority 2" are two.
  const differ = [...first, ...second].filter((word) => !(first.has(word) && second.has(word)));
  if (first.has('') || second.has('') || differ.some((word) => /\d/.test(word))) return 0;
  const all = new Set([...first, ...second]).size;
  return (all - differ.length) / all;
}

/** What most documents have comes first to its place; each of the others goes where it stands wrong in the fewest. */
function inOrder(clusters: readonly Cluster[], lists: readonly (readonly Instance[])[]): readonly Cluster[] {
  const positions = new Map(
    clusters.map((cluster) => [
      cluster,
      new Map([...cluster.lists].map(([list, own]) => [list, own[0]?.section.index ?? 0])),
    ]),
  );
  const before = (a: Cluster, b: Cluster): number => {
    let votes = 0;
    for (const list of lists.keys()) {
      const [x, y] = [positions.get(a)?.get(list), positions.get(b)?.get(list)];
      if (x !== undefined && y !== undefined) votes += x < y ? 1 : -1;
    }
    return votes;
  };
  const ordered: Cluster[] = [];
  const byShare = [...clusters].sort((a, b) => b.lists.size - a.lists.size);
  for (const cluster of byShare) {
    let best = { at: ordered.length, wrong: Number.POSITIVE_INFINITY };
    for (let at = ordered.length; at >= 0; at -= 1) {
      const wrong = ordered.filter((other, index) =>
        index < at ? before(other, cluster) < 0 : before(cluster, other) < 0,
      ).length;
      if (wrong < best.wrong) best = { at, wrong };
    }
    ordered.splice(best.at, 0, cluster);
  }
  return ordered;
}
