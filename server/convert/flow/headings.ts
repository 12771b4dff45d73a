import type { SectionRole } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import { chooseRole, type HeadingMatch, type HeadingReader } from '../text/headings.ts';
import type { JudgementReader } from '../text/judgement.ts';
import type { Line } from '../text/lines.ts';
import { wordCount } from '../text/prose.ts';
import type { Flow, FlowBlock, FlowParagraph, FlowTable } from './flow.ts';
import { lineAt } from './flowLines.ts';

/** A heading of the document that is made. */
export interface FlowHeading {
  readonly level: number;
  /** What the framework knows it as; undefined for one in its author's words. */
  readonly match: HeadingMatch | undefined;
  readonly role: SectionRole | undefined;
  /** How many blocks it takes. */
  readonly blocks: number;
  /** What stood with it and is no part of it. */
  readonly leftOut: readonly Span[];
}

const LONGEST_HEADING = 25;
const DEEPEST = 6;

/**
 * Says which paragraphs are headings, and of what level: those that the framework names and that are set as headings
 * are, and those that are styled as headings. The framework's levels count for its sections, and what its author words
 * stands as deep below them as the styles say.
 */
export class FlowHeadings {
  readonly #lines: readonly Line[];
  readonly #blocks: readonly FlowBlock[];
  readonly #reader: HeadingReader;
  readonly #judgements: JudgementReader;
  readonly #text: string;
  /** Whether the document has headings by style at all; without them the names alone tell. */
  readonly #styled: boolean;
  #role: SectionRole | undefined;
  /** The level that was written for the last section of the framework's, and the level of its style. */
  #known: { readonly level: number; readonly style: number | undefined } | undefined;
  /** The last of them that has a style: what only stands out is deeper than what has one. */
  #knownStyled: { readonly level: number; readonly style: number } | undefined;
  /** The level that was written for the sections below each of the framework's: those beside each other stand alike. */
  readonly #beside = new Map<SectionRole | undefined, number>();
  /** The heading of its author's whose sections stand one deeper than others beside them. */
  #grouped: { readonly style: number; readonly parent: SectionRole; readonly beside: number } | undefined;
  #level = 1;
  /** The block right below the last heading of the framework's. */
  #behind = -1;

  constructor(
    { text, blocks }: Flow,
    lines: readonly Line[],
    reader: HeadingReader,
    judgements: JudgementReader,
  ) {
    this.#text = text;
    this.#lines = lines;
    this.#blocks = blocks;
    this.#reader = reader;
    this.#judgements = judgements;
    const styled = blocks.filter((block) => block.kind === 'paragraph' && block.level !== undefined);
    this.#styled = styled.length > 2;
  }

  /** The section that the text has come to. */
  get role(): SectionRole | undefined {
    return this.#role;
  }

  /** The heading that begins with the block at `index`, if there is one there. */
  at(index: number): FlowHeading | undefined {
    const block = this.#blocks[index];
    const line = this.#lines[index];
    if (block?.kind === 'table') return this.#inTable(block, index);
    if (block?.kind !== 'paragraph' || line === undefined || line.text === '') return undefined;
    const match = this.#match(block, index);
    const role = match && chooseRole(match.roles, this.#role);
    if (match !== undefined && role !== undefined) {
      if (this.#isTopic(role, match, block)) return undefined;
      // Right below its heading the name of a section is the head of a column, or begins to say the judgement.
      if (role === this.#role && index === this.#behind) return undefined;
      return this.#named(match, role, block.level, index);
    }
    if (!looksStyled(block, line) || this.#judgements.isJudgement(line.text)) return undefined;
    // Among the judgements a line alone names a group of them.
    if (this.#role?.def.judgementSummary === true) return undefined;
    const named = this.#namedBelow(this.#nextBlock(index + 1), block.level);
    if (named === undefined) return this.#worded(block.level, index);
    return named.isDeeper ? this.#group(block.level, index, named.role) : undefined;
  }

  /** A table that holds the name of a section and its judgement and no more: a heading with lines around it. */
  #inTable({ rows }: FlowTable, index: number): FlowHeading | undefined {
    if (rows.length > 2 || this.#role?.def.judgementSummary === true) return undefined;
    const cells = rows.map((row) => row.cells.filter(({ blocks }) => blocks.length > 0));
    const last = cells.at(-1) ?? [];
    const [name, judgement] = last.map(({ blocks }) => blocks[0]?.span);
    if (last.length !== 2 || last.some(({ blocks }) => blocks.length > 1)) return undefined;
    if (name === undefined || judgement === undefined) return undefined;
    const [first, second] = [lineAt(this.#text, name), lineAt(this.#text, judgement)];
    const match = this.#judgements.isJudgement(second.text) ? this.#reader.at([first], 0) : undefined;
    const role = match && chooseRole(match.roles, this.#role);
    if (match === undefined || role?.def.judgement === undefined) return undefined;
    const span = { from: second.from, to: second.to };
    const leftOut = cells
      .slice(0, -1)
      .flatMap((row) => row.flatMap(({ blocks }) => blocks.map((one) => one.span)));
    // Words above that are more than the names of the two columns are not to be lost.
    if (leftOut.some(({ from, to }) => wordCount(this.#text.slice(from, to)) > 4)) return undefined;
    const found = this.#named({ ...match, judgement: [span], joint: [], lines: 1 }, role, undefined, index);
    return { ...found, leftOut };
  }

  /**
   * Whether the name of a judged section heads nothing but a topic: its style puts it below the section that the text
   * has come to, the framework does not, and it has no judgement.
   */
  #isTopic(role: SectionRole, { judgement }: HeadingMatch, { level }: FlowParagraph): boolean {
    const known = this.#known;
    if (
      role.def.judgement === undefined ||
      judgement.length > 0 ||
      known === undefined ||
      level === undefined
    )
      return false;
    return known.style !== undefined && level > known.style && role.depth <= (this.#role?.depth ?? 0);
  }

  /**
   * The section of the framework's that begins right below a heading without being deeper in the framework: then the
   * heading groups sections, and has no text of its own. Also whether the styles put it below the heading.
   */
  #namedBelow(next: number, style: number): { role: SectionRole; isDeeper: boolean } | undefined {
    const block = this.#blocks[next];
    if (block?.kind !== 'paragraph' || (block.level === undefined && !block.standsOut)) return undefined;
    const roles = this.#match(block, next)?.roles;
    const role = roles && chooseRole(roles, this.#role);
    if (role === undefined) return undefined;
    const known = this.#above();
    const wanted = known === undefined ? style : known.level + style - (known.style ?? style - 1);
    if (role.depth + 2 > Math.max(2, wanted)) return undefined;
    return { role, isDeeper: (block.level ?? DEEPEST) > style };
  }

  /** The index of the first block from there on that is more than a blank line or what was left out. */
  #nextBlock(index: number): number {
    let at = index;
    for (let block = this.#blocks[at]; block !== undefined; block = this.#blocks[++at]) {
      if (block.kind !== 'leftOut' && !(block.kind === 'paragraph' && this.#lines[at]?.text === '')) break;
    }
    return at;
  }

  #match(block: FlowParagraph, index: number): HeadingMatch | undefined {
    const looksIt =
      block.level !== undefined || block.standsOut || (!this.#styled && block.list === undefined);
    if (!looksIt) return undefined;
    const alone = this.#reader.at([this.#lines[index] ?? NO_LINE], 0);
    // A heading that its author broke in two paragraphs goes on in one of the same style.
    const next = this.#blocks[index + 1];
    const goesOn =
      next?.kind === 'paragraph' && next.level === block.level && next.standsOut === block.standsOut;
    const match =
      alone ??
      (goesOn
        ? this.#reader.at([this.#lines[index] ?? NO_LINE, this.#lines[index + 1] ?? NO_LINE], 0)
        : undefined);
    const isText = match?.isSentence === true && block.level === undefined && !block.standsOut;
    if (match === undefined || isText) return undefined;
    return match;
  }

  /**
   * A heading of its author's over sections that the framework has beside others: it stands beside those before it, and
   * what it groups one deeper. What has no section around it is a line of a cover, say, and groups nothing.
   */
  #group(style: number, index: number, { parent }: SectionRole): FlowHeading | undefined {
    const beside = this.#beside.get(parent);
    if (parent === undefined || beside === undefined || beside >= DEEPEST) return undefined;
    const heading = this.#worded(style, index);
    this.#grouped = { style, parent, beside };
    this.#beside.set(parent, beside + 1);
    this.#level = beside;
    return { ...heading, level: beside };
  }

  /** Ends the group that the text is in, with a heading that the styles do not put below the group's. */
  #endGroup(style: number | undefined): void {
    const group = this.#grouped;
    if (group === undefined || style === undefined || style > group.style) return;
    this.#beside.set(group.parent, group.beside);
    this.#grouped = undefined;
  }

  /** Whether a section is below one of a group's. */
  #isGrouped(role: SectionRole): boolean {
    let around = this.#grouped && role.parent;
    while (around !== undefined && around !== this.#grouped?.parent) around = around.parent;
    return around !== undefined;
  }

  #named(match: HeadingMatch, role: SectionRole, style: number | undefined, index: number): FlowHeading {
    this.#endGroup(style);
    const beside = this.#beside.get(role.parent);
    const own = role.depth + 2 + (this.#isGrouped(role) ? 1 : 0);
    const level = beside ?? Math.min(own, this.#level + 1, DEEPEST);
    this.#beside.set(role.parent, level);
    this.#role = role;
    this.#known = { level, style };
    if (style !== undefined) this.#knownStyled = { level, style };
    this.#level = level;
    this.#behind = this.#nextBlock(index + match.lines);
    return { level, match, role, blocks: match.lines, leftOut: [] };
  }

  /** The section of the framework's by which the level of a styled heading is told. */
  #above(): { readonly level: number; readonly style: number | undefined } | undefined {
    return this.#known?.style === undefined ? (this.#knownStyled ?? this.#known) : this.#known;
  }

  #worded(style: number, index: number): FlowHeading {
    this.#endGroup(style);
    // Right below a section's heading one of the same style heads a part of it.
    if (this.#known !== undefined && index === this.#behind && style <= (this.#known.style ?? 0)) {
      this.#known = { ...this.#known, style: style - 1 };
    }
    const known = this.#above();
    const wanted =
      known === undefined ? Math.max(2, style) : known.level + style - (known.style ?? style - 1);
    const level = Math.max(2, Math.min(wanted, this.#level + 1, DEEPEST));
    // A section in its author's words beside one of the framework's ends it.
    if (known !== undefined && level <= known.level) this.#role = parentAt(this.#role, level);
    this.#level = level;
    return { level, match: undefined, role: undefined, blocks: 1, leftOut: [] };
  }
}

const NO_LINE: Line = { from: 0, to: 0, text: '', raw: '', start: 0, indent: 0 };

type Styled = FlowParagraph & { readonly level: number };

/** Whether a paragraph is a heading by its style. Authors give the style of one to text too, to make it bold. */
export function looksStyled(block: FlowParagraph, { text }: Line): block is Styled {
  if (block.level === undefined || !/[\p{L}\p{N}]/u.test(text)) return false;
  const words = wordCount(text);
  // A numbered paragraph that was given the style of a heading: longer than one is, or with the end of a sentence.
  const isNumbered = block.list?.ordered === true || /^\d+[.)]\s/.test(text);
  if (isNumbered && (words > 18 || (words > 10 && /[.;,:]$/.test(text)))) return false;
  return words <= LONGEST_HEADING && !(words > 12 && /[.;,]$/.test(text));
}

/** The section around one that a heading of that level stands in. */
function parentAt(role: SectionRole | undefined, level: number): SectionRole | undefined {
  let around = role;
  while (around !== undefined && around.depth + 2 >= level) around = around.parent;
  return around;
}
