package org.kameng.domain.supplier;

import org.springframework.stereotype.Component;

/** Believes what the supplier said last: pushes and polls keep it fresh. */
@Component
class ToldSources implements SourceCheck {
    @Override
    public Source now(Source source) {
        return source;
    }
}
