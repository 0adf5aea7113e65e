// CPython for WebAssembly with the command line of a Python: node pyodide.mjs
// PACKAGE/pyodide.mjs [options] script.py [words]. It sees the folders of the files
// it is given, its working directory and TMPDIR, and nothing else of this machine.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [source, ...args] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(source));
const files = args.filter((word) => path.isAbsolute(word) && fs.existsSync(word));
const folders = [...files.map(path.dirname), process.cwd(), process.env.TMPDIR];

function mount(FS) {
  const mounted = [];
  for (const folder of folders.filter(Boolean).sort()) {
    if (mounted.some((each) => `${folder}/`.startsWith(`${each}/`))) continue;
    FS.mkdirTree(folder);
    FS.mount(FS.filesystems.NODEFS, { root: folder }, folder);
    mounted.push(folder);
  }
}

const python = await loadPyodide({
  args,
  env: { ...process.env },
  _sysExecutable: "python",
  fsInit: async (FS) => mount(FS),
});
python.FS.chdir(process.cwd());
let status;
try {
  status = python._module._run_main();
} catch (error) {
  if (error.name !== "ExitStatus") throw error;
  status = error.status;
}
process.exit(status);
