// The page: a form that registers a person, above the list of those who are registered.
import { onRegistered } from "./form";
import { refresh, showMore } from "./people";

onRegistered(refresh);
void showMore();
