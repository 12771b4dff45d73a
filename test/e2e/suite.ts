// VS Code calls run() inside the extension host: on Node, or in a browser's worker. So mocha's browser build serves both.
import 'mocha/mocha.js';
import * as vscode from 'vscode';

declare const module: { exports: object };

function say(text: string): void {
  console.log(`e2e:say:${text}`);
}

function run(): Promise<void> {
  // The base of mocha's reporters says nothing: the others write to a page or a terminal, and there is neither.
  mocha.setup({ ui: 'bdd', reporter: Mocha.reporters.Base, timeout: 100_000 });
  require('./touchstone.ts');
  require('./foreign.ts');
  require('./numbers.ts');
  require('./views.ts');
  require('./baselines.ts');
  require('./comparing.ts');
  require('./tables.ts');
  return new Promise((resolve, reject) => {
    // The browser's own run() reads a grep from the page's address, which an extension host on Node has not.
    const runner = Mocha.prototype.run.call(mocha, (failed: number) => {
      const passed = runner.stats?.passes ?? 0;
      // The launcher listens to the console, because a worker can write no file.
      console.log(`e2e:result:${JSON.stringify({ passed, failed, ...surroundings() })}`);
      if (failed === 0) resolve();
      else reject(new Error(`${failed} tests failed`));
    });
    runner.on('pass', (test) => say(`  passed  ${test.title}`));
    runner.on('fail', (test, error: Error) =>
      say(`  FAILED  ${test.title}\n${error.stack ?? error.message}`),
    );
  });
}

/** Where the suite ran and what it tested, so that the launcher can tell whether it was what it meant. */
function surroundings(): { worker: boolean; extension: string | undefined } {
  const extension = vscode.extensions.getExtension('touchstone-reports.touchstone-reports');
  return { worker: 'WorkerGlobalScope' in globalThis, extension: extension?.extensionUri.path };
}

// Mocha's file takes the bundle's module.exports for its own, so ours go there afterwards.
module.exports = { run };
