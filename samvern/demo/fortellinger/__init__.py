"""The told stories, one file each."""
