package enum NotebookUI {}
