import type { DatasetProblem } from "../../domain/errors.ts";
import type { RecordId } from "../../domain/ids.ts";
import { numberField, textField, type GraphRecord } from "../../domain/record.ts";
import type { LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { problemAt } from "../problem.ts";

/** Furthest that a site lies from the centre of its city, in degrees of latitude and of longitude: more is a wrong sign or a wrong city. */
const MAX_DEGREES = 1.5;

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

interface City extends Point {
  readonly id: RecordId;
}

/** A site in a city has coordinates: its own, near those of the city, or the same as the city's and marked so. */
export function facilityPoints(dataset: LinkedDataset): DatasetProblem[] {
  return dataset.ofKind("Facility").flatMap((facility) => {
    const [city] = citiesOf(dataset, facility.record.id);
    const point = pointOf(facility.record);
    if (point === undefined) return city === undefined ? [] : [withoutPoint(facility, city)];
    const precision = textField(facility.record, "coordinatePrecision");
    return precision === "CITY" ? pointOfCity(facility, point, city) : ownPoint(facility, point, city);
  });
}

function withoutPoint({ record, at }: LocatedRecord, city: City): DatasetProblem {
  const message = `${record.id} has no coordinates, its ${city.id} has; expected its own, or ${show(city)} with coordinatePrecision: CITY`;
  return problemAt(at, "no-coordinates", message, record.id);
}

function pointOfCity(facility: LocatedRecord, point: Point, city: City | undefined): DatasetProblem[] {
  if (city?.latitude === point.latitude && city.longitude === point.longitude) return [];
  const wanted =
    city === undefined
      ? "a city with coordinates among its places"
      : `those of ${city.id}, ${show(city)}, as coordinatePrecision is CITY`;
  const message = `the coordinates are ${show(point)}; expected ${wanted}`;
  return [problemAt(placeOf(facility, "latitude"), "not-of-its-city", message, point.latitude)];
}

function ownPoint(facility: LocatedRecord, point: Point, city: City | undefined): DatasetProblem[] {
  if (city === undefined || isNear(point, city)) return [];
  const message = `the coordinates are ${show(point)}; expected at most ${MAX_DEGREES} degrees from ${city.id} at ${show(city)}`;
  return [problemAt(placeOf(facility, "latitude"), "far-from-its-city", message, point.latitude)];
}

function isNear(point: Point, city: Point): boolean {
  return (
    Math.abs(point.latitude - city.latitude) <= MAX_DEGREES &&
    Math.abs(point.longitude - city.longitude) <= MAX_DEGREES
  );
}

/** The cities with coordinates that a facility is said to lie in, as the entry lists them. */
function citiesOf({ startingAt, byId }: LinkedDataset, facility: RecordId): readonly City[] {
  return startingAt("LOCATED_IN", facility).flatMap(({ record: { to } }) => {
    const place = byId.get(to ?? "")?.record;
    if (place === undefined || textField(place, "placeKind") !== "CITY") return [];
    const point = pointOf(place);
    return point === undefined ? [] : [{ id: place.id, ...point }];
  });
}

function pointOf(record: GraphRecord): Point | undefined {
  const latitude = numberField(record, "latitude");
  const longitude = numberField(record, "longitude");
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

function show({ latitude, longitude }: Point): string {
  return `${latitude}, ${longitude}`;
}
