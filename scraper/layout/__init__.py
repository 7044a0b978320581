"""Layout: what reference pages of many vendors share; sections of `METHOD /path` lines, tables and examples."""
