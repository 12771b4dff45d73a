import { NO_CHECKS } from '../features/numberChecks.ts';
import { entriesFor } from '../features/setAside.ts';
import type { Finding } from '../text/problem.ts';
import { judgementsOf } from './judgements.ts';
import type { Loaded } from './loaded.ts';
import type { Looked, View } from './looked.ts';
import type { Told } from './result.ts';

/** What was loaded in this thread. */
export function viewOf(loaded: Loaded): View {
  if (loaded.kind !== 'document') return loaded;
  const { report, input, setAside, outdated } = loaded.analysis;
  return {
    ...loaded,
    setAside: entriesFor(setAside, input.text),
    outdated,
    framework: report.vocabulary?.framework.id,
    judgements: judgementsOf(report),
  };
}

/** Puts what was loaded into plain data; numbers are read only where they are wanted. */
export function packed(loaded: Loaded, withNumbers: boolean): Looked {
  const view = viewOf(loaded);
  if (view.kind !== 'document' && view.kind !== 'pack file') return view;
  const plain = { text: view.text.toString(), findings: view.findings.map(told) };
  if (view.kind === 'pack file') return { kind: view.kind, ...plain };
  const { kind, framework, judgements, origin, setAside, outdated } = view;
  const numbers = withNumbers ? view.numbers() : NO_CHECKS;
  return { kind, framework, ...plain, numbers, judgements, origin, setAside, outdated };
}

/** How a fix is made cannot be sent; a check tells no more of it than its title. */
function told({ fixes, ...finding }: Finding | Told): Told {
  const own: Told['fixes'] = fixes;
  return { ...finding, fixes: own.map(({ title, safe, asks = false }) => ({ title, safe, asks })) };
}
