/**
 * The script that draws `/docs`: Scalar as its makers build it. Taken from their package for Fastify, which holds it whole:
 * the package of the renderer itself brings 190 others, 300 MB, of which a built script needs none.
 */
export async function rendererScript(): Promise<string> {
  const { default: scalar } = await import("@scalar/fastify-api-reference");
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reply = { header: () => reply, send: resolve };
  const route = ({ url, handler }: { url: string; handler: (request: object, answer: typeof reply) => unknown }) => {
    if (url.endsWith(".js")) handler({}, reply);
  };
  const done = () => reject(new Error("The renderer's package has no script"));
  (scalar as unknown as (server: object, options: object, done: () => void) => void)({ route }, OPTIONS, done);
  return promise;
}

const OPTIONS = { routePrefix: "/docs", configuration: { url: "/openapi.json" } };
