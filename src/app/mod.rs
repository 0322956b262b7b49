//! The shell: performs effects (dialogs, files, clipboard, threads), keeps settings and recent files.
