import * as vscode from 'vscode';
import type { FindingCounts } from '../server/protocol.ts';

/** Such as `2 errors, 1 warning`; `No findings` where there are none. */
export function countsInWords({ error, warning, info, hint }: FindingCounts): string {
  const parts = [
    error === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', error),
    warning === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warning),
    info === 1 ? vscode.l10n.t('1 remark') : vscode.l10n.t('{0} remarks', info),
    hint === 1 ? vscode.l10n.t('1 hint') : vscode.l10n.t('{0} hints', hint),
  ].filter((_, index) => [error, warning, info, hint][index] !== 0);
  return parts.length === 0 ? vscode.l10n.t('No findings') : parts.join(', ');
}

/** How many findings there are of whatever severity. */
export function sumOf({ error, warning, info, hint }: FindingCounts): number {
  return error + warning + info + hint;
}

/** The findings of several together. */
export function added(all: readonly FindingCounts[]): FindingCounts {
  return all.reduce(
    (sum, one) => ({
      error: sum.error + one.error,
      warning: sum.warning + one.warning,
      info: sum.info + one.info,
      hint: sum.hint + one.hint,
    }),
    { error: 0, warning: 0, info: 0, hint: 0 },
  );
}

/** The icon of the gravest finding; each severity has a shape of its own, since colour alone tells not everybody. */
export function iconOf({ error, warning, info, hint }: FindingCounts): vscode.ThemeIcon | undefined {
  if (error > 0) return new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
  if (warning > 0)
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
  if (info > 0) return new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground'));
  return hint > 0 ? new vscode.ThemeIcon('lightbulb') : undefined;
}
