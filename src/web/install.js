// Brings the tools from npm where they are missing or older than the lock file.
const { execSync } = require('node:child_process');
const { statSync } = require('node:fs');
const { resolve } = require('node:path');

const changed = file => statSync(resolve(__dirname, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  execSync('npm ci', { cwd: __dirname, stdio: 'inherit' });
}
