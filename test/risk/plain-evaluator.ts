import type { Lease, Maker, SmallWorld } from "./small-world.ts";

/**
 * What falls in a small world, worked out anew from its lines and by nothing of the product: everything works until something fails,
 * then whoever lacks a need is taken down, until nothing more falls.
 */
export function fallenIn(
  world: SmallWorld,
  failed: readonly string[],
  effect: "NOW" | "NEW" | "LATER",
  isOpen: boolean,
): ReadonlySet<string> {
  const down = new Set(failed.flatMap((id) => [id, ...modelsOf(world, id)]));
  const start = new Set(down);
  const things = needsOfAll(world, effect, isOpen);
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const [id, needs] of things) {
      if (down.has(id) || needs.every((providers) => providers.some((provider) => !down.has(provider))))
        continue;
      down.add(id);
      hasChanged = true;
    }
  }
  return new Set([...down].filter((id) => !start.has(id) && !id.startsWith("making ")));
}

const part = (n: number): string => `component:c${n}`;
const firm = (n: number): string => `company:m${n}`;
const makingId = (maker: Maker, position: number): string => `making ${position} ${maker.component}`;

function modelsOf(world: SmallWorld, id: string): readonly string[] {
  return world.kinds.filter(([, kind]) => part(kind) === id).map(([model]) => part(model));
}

/** By thing: the lists of providers of which one is needed each. Lists that nobody is documented for are left out. */
type Needs = Map<string, string[][]>;

function needsOfAll(world: SmallWorld, effect: "NOW" | "NEW" | "LATER", isOpen: boolean): Needs {
  const needs: Needs = new Map();
  const add = (id: string, providers: readonly string[], isClosed: boolean): void => {
    if (providers.length === 0 || (isOpen && !isClosed)) return;
    needs.set(id, [...(needs.get(id) ?? []), [...providers]]);
  };
  for (let n = 0; n < 7; n += 1) {
    addInputs(world, n, effect, add);
    addMakers(world, n, add);
  }
  for (const [position, maker] of world.makers.entries()) {
    add(makingId(maker, position), [firm(maker.company)], true);
    if (!maker.isDesigner) add(makingId(maker, position), plantsOf(world, maker), false);
  }
  if (effect !== "NOW") {
    for (const site of [0, 1]) {
      const parts = world.deploys.filter(([at]) => at === site).map(([, n]) => part(n));
      add(`facility:s${site}`, parts, false);
    }
  }
  for (const [position, lease] of world.leases.entries()) addLease(lease, `contract:l${position}`, add);
  addTenants(world, add);
  return needs;
}

type Add = (id: string, providers: readonly string[], isClosed: boolean) => void;

function isComplete(world: SmallWorld, n: number, need: "PRODUCTION" | "DESIGN" | "g"): boolean {
  return world.complete.some(([component, what]) => component === n && what === need);
}

/** Own inputs and those of the classes; tools count only later. A group stays one need, of its owner's completeness. */
function addInputs(world: SmallWorld, n: number, effect: string, add: Add): void {
  const owners = new Set([n, ...world.kinds.filter(([model]) => model === n).map(([, kind]) => kind)]);
  for (const owner of owners) {
    for (const isInstalled of effect === "LATER" ? [false, true] : [false]) {
      const rows = world.requires.filter((row) => row.from === owner && row.isInstalled === isInstalled);
      for (const row of rows.filter(({ inGroup }) => !inGroup)) add(part(n), [part(row.to)], true);
      add(
        part(n),
        rows.filter(({ inGroup }) => inGroup).map(({ to }) => part(to)),
        isComplete(world, owner, "g"),
      );
    }
  }
}

function addMakers(world: SmallWorld, n: number, add: Add): void {
  const makers = [...world.makers.entries()]
    .filter(([, maker]) => maker.component === n && maker.isActive)
    .map(([position, maker]) => ({ maker, id: makingId(maker, position) }));
  const models = modelsOf(world, part(n));
  if (models.length > 0) {
    add(part(n), [...models, ...makers.map(({ id }) => id)], isComplete(world, n, "PRODUCTION"));
    return;
  }
  for (const isDesigner of [true, false]) {
    const isClosed = isComplete(world, n, isDesigner ? "DESIGN" : "PRODUCTION");
    const ofRole = makers.filter(({ maker }) => maker.isDesigner === isDesigner);
    const joint = ofRole.filter(({ maker }) => maker.isJoint);
    for (const company of new Set(joint.map(({ maker }) => maker.company))) {
      add(
        part(n),
        joint.filter(({ maker }) => maker.company === company).map(({ id }) => id),
        isClosed,
      );
    }
    add(
      part(n),
      ofRole.filter(({ maker }) => !maker.isJoint).map(({ id }) => id),
      isClosed,
    );
  }
}

/** Plants that list the component or a model of it; where none is active, those that list a class of it. */
function plantsOf(world: SmallWorld, maker: Maker): readonly string[] {
  const at = (components: readonly number[]): readonly string[] =>
    world.plants
      .filter(
        (plant) => plant.company === maker.company && plant.isActive && components.includes(plant.component),
      )
      .map(({ facility }) => `facility:p${facility}`);
  const models = world.kinds.filter(([, kind]) => kind === maker.component).map(([model]) => model);
  const stated = at([maker.component, ...models]);
  if (stated.length > 0) return stated;
  return at(world.kinds.filter(([model]) => model === maker.component).map(([, kind]) => kind));
}

function addLease({ landlord, sites }: Lease, id: string, add: Add): void {
  add(id, [firm(landlord)], true);
  add(
    id,
    sites.map((site) => `facility:s${site}`),
    false,
  );
}

/** A tenant falls with all of its leases, where it has more than one landlord. */
function addTenants(world: SmallWorld, add: Add): void {
  for (let n = 0; n < 4; n += 1) {
    const leases = [...world.leases.entries()].filter(([, { tenant }]) => tenant === n);
    if (new Set(leases.map(([, { landlord }]) => landlord)).size < 2) continue;
    add(
      firm(n),
      leases.map(([position]) => `contract:l${position}`),
      false,
    );
  }
}
