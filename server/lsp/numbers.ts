import type { Connection } from 'vscode-languageserver';
import {
  NUMBER_CHECKS_REQUEST,
  type NumberCheck,
  type NumberChecksParams,
  type NumberChecksResult,
} from '../protocol.ts';
import type { Readings } from './readings.ts';
import type { Checked } from './requests.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
  readonly readings: Pick<Readings, 'pageAt'>;
}

/** Answers what the numbers of an open document were checked for. */
export function answerNumbers({ connection, checked, readings }: Surroundings): void {
  connection.onRequest(
    NUMBER_CHECKS_REQUEST,
    async ({ uri }: NumberChecksParams): Promise<NumberChecksResult> => {
      const open = await checked(uri);
      const list = open?.answers.numberList();
      if (open === undefined || list === undefined) return null;
      const { positions } = open.document;
      const toCheck = ({ span, text }: { span: { from: number }; text: string }): NumberCheck => {
        const start = positions.position(span.from);
        const page = readings.pageAt(uri, span.from);
        return { place: page === undefined ? `line ${start.line + 1}` : `page ${page}`, start, text };
      };
      return {
        coverage: list.coverage,
        groups: list.groups.map(({ title, count, rows }) => ({ title, count, checks: rows.map(toCheck) })),
      };
    },
  );
}
