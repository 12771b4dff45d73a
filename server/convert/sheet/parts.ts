import { Parser } from 'htmlparser2';
import { decoded } from '../office/package.ts';
import { OFFICE_LIMITS, openZip, type Zip, type ZipProblem } from '../office/zip.ts';
import { Enough, Unreadable } from './limits.ts';

/** What is told of a part while it is read. Names come without their namespace. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const PROBLEMS: Readonly<Record<ZipProblem, string>> = {
  empty: 'The file is empty.',
  ole: 'The file is a workbook of before Excel 2007 (.xls). Save it as .xlsx.',
  noZip: 'The file is no Excel workbook, though its name says so.',
  truncated: 'The file is damaged, or only a part of it is here. Copy it again, or save it again in Excel.',
  locked: 'The workbook is protected with a password. Save it without one.',
  tooLarge: 'The file unpacks to far more than any workbook holds, and was not read.',
  damaged: 'A part of the file is damaged. Open it in Excel, which may repair it, and save it again.',
};

const SLICE = 1 << 16;

/** Opens the package that a workbook is. */
export async function openParts(bytes: Uint8Array): Promise<Zip> {
  const opened = await openZip(bytes, OFFICE_LIMITS);
  if (!opened.ok) throw new Unreadable(PROBLEMS[opened.problem]);
  return opened.zip;
}

/** Reads a part of XML until its end or until the handler has enough; nothing where there is no such part. */
export async function readPart(zip: Zip, path: string, handler: XmlHandler): Promise<void> {
  const read = await zip.read(path);
  if (read === undefined) return;
  if (!read.ok) throw new Unreadable(PROBLEMS[read.problem]);
  const text = decoded(read.bytes);
  const parser = xmlParser(handler);
  try {
    // In slices, so that nothing behind what is enough is looked at.
    for (let from = 0; from < text.length; from += SLICE) parser.write(text.slice(from, from + SLICE));
    parser.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
}

function xmlParser({ open, text, close }: XmlHandler): Parser {
  return new Parser(
    {
      onopentag: (name, attributes) => open?.(localName(name), attributes),
      ontext: (data) => text?.(data),
      onclosetag: (name) => close?.(localName(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
}

/** A name without the prefix of its namespace. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
