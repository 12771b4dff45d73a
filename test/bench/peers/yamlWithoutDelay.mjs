// The YAML server waits a fifth of a second before it looks at a change, and has no setting for it.
import { SettingsState } from './node_modules/yaml-language-server/out/src/yamlSettings.js';

Object.defineProperty(SettingsState.prototype, 'validationDelayMs', { get: () => 0, set() {} });
await import('./node_modules/yaml-language-server/out/src/server.js');
