import type { Syntax } from '../../server/model/model.ts';
import { Random } from '../incremental/random.ts';
import { ACRONYMS } from './acronyms.ts';
import { type GeneratedSection, ReportWriter } from './report.ts';

const FIELDS = `framework: ofsted-safeguarding-2012
title: Inspection of safeguarding
organisation: Borsetshire
inspected: { from: 2012-02-06, to: 2012-02-10 }
reporting-inspector: Her Majesty's Inspector
age-group: All
published: 2012-03-05
date: 2012-03-05
status: final
audience: public
acronyms:
${ACRONYMS.map(([name, words]) => `  ${name}: ${words.includes(',') ? `"${words}"` : words}`).join('\n')}
`;

/** What a document is written in: JSON is only for servers of others. */
export type DocumentKind = Syntax | 'json';

/**
 * A report of about so many characters on an invented county. The same arguments give the same text, and
 * all kinds of one seed say the same.
 */
export function generate(size: number, kind: DocumentKind, seed = 1): string {
  if (kind === 'json') return generateJson(size, seed);
  const syntax = kind;
  const write = syntax === 'yaml' ? yamlSection : markdownSection;
  const parts = [syntax === 'yaml' ? `${FIELDS}sections:\n` : `---\n${FIELDS}---\n\n`];
  let length = parts[0]?.length ?? 0;
  for (const section of new ReportWriter(new Random(seed)).sections()) {
    const text = write(section);
    parts.push(text);
    length += text.length;
    if (length >= size && section.body !== '') break;
  }
  return parts.join('');
}

function generateJson(size: number, seed: number): string {
  const sections: GeneratedSection[] = [];
  let length = 0;
  for (const section of new ReportWriter(new Random(seed)).sections()) {
    sections.push(section);
    length += section.body.length + section.heading.length;
    if (length >= size && section.body !== '') break;
  }
  return JSON.stringify({ framework: 'ofsted-safeguarding-2012', sections }, null, 2);
}

function markdownSection({ heading, level, judgement, body }: GeneratedSection): string {
  const field = judgement === undefined ? '' : `- **Judgement:** ${judgement}\n\n`;
  return `${'#'.repeat(level)} ${heading}\n\n${field}${body === '' ? '' : `${body}\n\n`}`;
}

function yamlSection({ heading, level, judgement, body }: GeneratedSection, index?: number): string {
  const column = ' '.repeat(4 * (level - 2) + 2);
  const opensList = index === undefined && /^\d/.test(heading);
  const lines = [`- heading: ${opensList ? `"${heading}"` : heading}`];
  if (judgement !== undefined) lines.push(`  fields: { judgement: ${judgement} }`);
  if (body !== '')
    lines.push('  body: |', ...body.split('\n').map((line) => (line === '' ? '' : `    ${line}`)));
  // A heading without a text of its own stands above sections.
  else lines.push('  sections:');
  return `${lines.map((line) => (line === '' ? '' : column + line)).join('\n')}\n`;
}
