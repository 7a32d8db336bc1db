/** Stands in the Worker for what libraries import and this project never calls (see `alias` in wrangler.toml). */
export default undefined;
