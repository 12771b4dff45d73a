import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Baselines } from './baselines.ts';
import { registerBeside } from './beside.ts';
import { Comparing } from './comparing.ts';
import { CoverageView } from './coverageView.ts';
import { registerGoTo } from './goTo.ts';
import { Reports } from './reports.ts';
import { ReportsView } from './reportsView.ts';
import { Review } from './review.ts';

const WALKTHROUGH = 'touchstone-reports.touchstone-reports#touchstone.begin';

/** The views in the side bar, and what steps through the findings that they count. */
export class Views {
  readonly data: Reports;
  readonly reports: ReportsView;
  readonly coverage: CoverageView;
  readonly review: Review;
  readonly comparing: Comparing;

  readonly #client: () => Promise<BaseLanguageClient | undefined>;

  constructor(client: () => Promise<BaseLanguageClient | undefined>) {
    this.#client = client;
    this.data = new Reports(client);
    this.reports = new ReportsView(this.data);
    this.coverage = new CoverageView(client);
    this.review = new Review(client);
    this.comparing = new Comparing(client);
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      registerGoTo(),
      registerBeside(this.#client),
      this.comparing.register(),
      this.data.register(),
      this.reports.register(),
      this.coverage.register(),
      this.review.register(),
      new Baselines(this.#client).register(),
      vscode.commands.registerCommand('touchstone.openWalkthrough', () =>
        vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false),
      ),
      vscode.commands.registerCommand('touchstone.showCoverage', () =>
        vscode.commands.executeCommand('touchstone.coverage.focus'),
      ),
      vscode.commands.registerCommand('touchstone.showReports', () =>
        vscode.commands.executeCommand('touchstone.reports.focus'),
      ),
    );
  }

  /** Hears from now on of what changes. */
  follow(client: BaseLanguageClient): vscode.Disposable {
    return this.data.follow(client);
  }
}
