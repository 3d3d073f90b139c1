package roster.story;

import org.springframework.test.context.TestPropertySource;

/** On a database of its own, for its job executor would run what other stories wait for. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:expiries;DB_CLOSE_DELAY=-1")
class ManyExpiriesOnH2Test extends ManyExpiriesStory {}
