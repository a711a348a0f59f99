//! Starts `vrp lsp --stdio`: the one on the path, or the npm package, which is installed once.
use zed_extension_api::{self as zed, LanguageServerId, Result};

const PACKAGE: &str = "vrp-hot-backup";
const PROGRAM: &str = "node_modules/vrp-hot-backup/dist/cli.js";

struct Vrp;

impl zed::Extension for Vrp {
    fn new() -> Self {
        Vrp
    }

    fn language_server_command(&mut self, _id: &LanguageServerId, worktree: &zed::Worktree) -> Result<zed::Command> {
        let serve = ["lsp".to_string(), "--stdio".to_string()];
        if let Some(command) = worktree.which("vrp") {
            return Ok(zed::Command { command, args: serve.to_vec(), env: Vec::new() });
        }
        let latest = zed::npm_package_latest_version(PACKAGE)?;
        if zed::npm_package_installed_version(PACKAGE)?.as_deref() != Some(latest.as_str()) {
            zed::npm_install_package(PACKAGE, &latest)?;
        }
        let program = std::env::current_dir().map_err(|error| error.to_string())?.join(PROGRAM);
        let mut args = vec![program.to_string_lossy().to_string()];
        args.extend(serve);
        Ok(zed::Command { command: zed::node_binary_path()?, args, env: Vec::new() })
    }
}

zed::register_extension!(Vrp);
