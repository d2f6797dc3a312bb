/*! MiniSearch, MIT License, (c) Luca Ongaro: https://github.com/lucaong/minisearch */

export { default } from "minisearch";
