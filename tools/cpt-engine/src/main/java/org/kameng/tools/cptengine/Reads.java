package org.kameng.tools.cptengine;

import static org.kameng.tools.cptengine.View.SEQUENCE_FLOWS;

import java.util.Map;

/** Searches and single reads over all views. */
final class Reads {
    private final Projection projection;

    Reads(Projection projection) {
        this.projection = projection;
    }

    void routes(Http http) {
        http.on("POST", "/v2/([a-z-]+)/search", this::search)
                .on("GET", "/v2/process-definitions/([^/]+)/xml", request -> projection.xml(request.key(0)))
                .on("GET", "/v2/process-instances/([^/]+)/sequence-flows", this::flows)
                .on("GET", "/v2/([a-z-]+)/([^/]+)", this::one);
    }

    private Object search(Http.Request request) {
        var view = view(request);
        var search = new Search(view, request.body());
        return projection.read(tables -> search.over(tables.all(view)));
    }

    private Object flows(Http.Request request) {
        var instance = request.part(0);
        var items = projection.read(tables -> tables.all(SEQUENCE_FLOWS).stream()
                .filter(row -> instance.equals(row.get("processInstanceKey")))
                .toList());
        return Map.of("items", items);
    }

    private Object one(Http.Request request) {
        var view = view(request);
        return projection
                .read(tables -> tables.find(view, request.part(1)))
                .orElseThrow(() -> Problem.notFound(request.part(0) + " has no item with key " + request.part(1)));
    }

    private static View view(Http.Request request) {
        return View.at(request.part(0))
                .orElseThrow(() -> new Problem(
                        501, "NOT_IMPLEMENTED", "cpt-engine keeps no read model for /v2/" + request.part(0)));
    }
}
