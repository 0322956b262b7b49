//! The words that tell what a name is: titles and roles, heads of bodies, places, occasions and groups.

use std::ops::{BitOr, BitOrAssign};

/// What a word may be; a set, since "general" is a title and an adjective.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Class(u32);

impl Class {
    pub const NONE: Self = Self(0);
    /// Everything that heads something other than a person.
    pub const JOINED_HEADS: Self = Self(1 | 1 << 1 | 1 << 2 | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 10);
    /// Heads a role: "president", "envoy". In the singular it stands before a name or describes one person.
    pub const ROLE: Self = Self(1);
    /// Stands within a role before its head: "prime", "deputy", "special".
    pub const ROLE_PART: Self = Self(1 << 1);
    /// "Mr.", "Dr.": a surname follows, and the word is no role.
    pub const HONORIFIC: Self = Self(1 << 2);
    /// Part of the name itself where only one word follows: "King Hussein", "Lord Carrington".
    pub const REGNAL: Self = Self(1 << 3);
    /// Heads a group of people: "officials", "troops", "ministers".
    pub const GROUP: Self = Self(1 << 4);
    /// An institution of a state told without a name: "the Syrian government", "parliament".
    pub const INSTITUTION: Self = Self(1 << 5);
    /// Qualifies a group: "senior", "foreign", "riot".
    pub const GROUP_PART: Self = Self(1 << 6);
    /// Ends the name of a body: "Council", "Party".
    pub const BODY: Self = Self(1 << 7);
    /// Ends the name of a place: "River", "Palace".
    pub const PLACE: Self = Self(1 << 8);
    /// Opens the name of a place: "Lake", "Fort".
    pub const PLACE_FIRST: Self = Self(1 << 9);
    /// Ends the name of an event or a document: "Accords", "War".
    pub const OCCASION: Self = Self(1 << 10);
    /// An occasion that takes place where its name says: "Conference", "Battle".
    pub const HELD: Self = Self(1 << 11);
    /// Opens the name of an occasion, followed by "of" or "on": "Treaty", "Battle".
    pub const OCCASION_FIRST: Self = Self(1 << 12);
    /// Articles, pronouns, prepositions, conjunctions, auxiliaries, adverbs that open sentences: never part of a name's start.
    pub const FUNCTION: Self = Self(1 << 13);
    /// Months, weekdays, feasts.
    pub const CALENDAR: Self = Self(1 << 14);
    /// Small words within people's names: "de", "bin", "al".
    pub const PARTICLE: Self = Self(1 << 15);
    /// Verbs that take a person, state or body as their subject.
    pub const VERB: Self = Self(1 << 16);
    /// People by faith, nation or party without one state, as an adjective: "Arab", "Maronite".
    pub const PEOPLE_ADJECTIVE: Self = Self(1 << 17);
    /// The same as a plural noun: "Arabs", "Muslims".
    pub const PEOPLE: Self = Self(1 << 18);
    /// "Jr.", "III".
    pub const SUFFIX: Self = Self(1 << 19);
    /// What a minister is minister of: "affairs", "defence".
    pub const PORTFOLIO: Self = Self(1 << 20);
    /// Titles and words of women.
    pub const FEMALE: Self = Self(1 << 21);
    /// A preposition after which an unknown name is a place: "in", "near".
    pub const BEFORE_PLACE: Self = Self(1 << 22);
    /// A word after which an unknown name is a person or a body: "by", "with", "told".
    pub const BEFORE_PERSON: Self = Self(1 << 23);
    /// "northern", "western": goes with a place.
    pub const DIRECTION: Self = Self(1 << 24);
    /// Nouns that name no person or body though news write them with a capital: "Internet", "Nobel".
    pub const NO_NAME: Self = Self(1 << 25);
    /// "former", "acting", "then": says when a role was held.
    pub const ROLE_TIME: Self = Self(1 << 26);

    /// Verbs and nouns of going, after which "to" leads to a place.
    pub const MOTION: Self = Self(1 << 27);

    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Class {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Class {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// All words with their classes, in plain spelling.
pub const WORDS: &[(Class, &str)] = &[
    (
        Class::ROLE,
        "president premier minister secretary ambassador envoy chancellor chairman chairwoman chairperson chair commissioner commissar \
         director governor mayor senator congressman congresswoman representative speaker leader chief head commander emissary negotiator \
         spokesman spokeswoman spokesperson adviser advisor aide counselor counsellor consul attache chargé charge legate nuncio delegate \
         mediator broker coordinator administrator inspector rapporteur prosecutor judge justice lawmaker deputy taoiseach führer \
         fuhrer duce caudillo caliph ayatollah sheikh shaikh emir amir sultan shah king queen prince princess emperor empress tsar czar \
         kaiser pope cardinal archbishop bishop patriarch imam mullah rabbi general admiral marshal colonel commodore captain major \
         lieutenant brigadier sergeant officer diplomat dictator strongman ruler politician statesman warlord cleric founder co-founder \
         businessman oligarch tycoon financier ideologue historian scholar professor economist analyst expert journalist reporter \
         correspondent editor author activist dissident lawyer attorney banker physicist scientist candidate incumbent predecessor \
         successor counterpart undersecretary vice-president vice-chancellor vice-premier vice-chairman secretary-general \
         director-general governor-general attorney-general commander-in-chief co-chair co-chairman plenipotentiary principal regent \
         viceroy legislator parliamentarian nominee organizer organiser mastermind chieftain insider confidant ceo intermediary monarch \
         comptroller treasurer superintendent dean fellow contender rival heir majesty highness excellency jurist negotiators' \
         peacemaker president-elect d'affaires overlord interlocutor son-in-law father-in-law brother-in-law host presenter",
    ),
    (
        Class::ROLE_PART,
        "prime foreign deputy vice special acting interim former then ex first second chief general senior assistant under associate \
         presidential permanent principal high supreme personal top lead national security defense defence interior finance economic \
         economy trade energy health justice education agriculture transport labor labour environment culture climate veteran executive \
         managing state federal regional provincial local military naval army navy air force intelligence nuclear peace political party \
         opposition rebel parliamentary congressional senate house majority minority press crown grand honorary royal affairs attorney \
         commander vice-foreign council commission union cabinet staff science technology development commerce treasury homeland \
         ministerial secretary lieutenant major brigadier rear field fleet plenipotentiary extraordinary ambassador-at-large at-large \
         hard-line hardline moderate reformist conservative liberal socialist communist democratic republican nationalist \
         longtime long-time one-time onetime elder outgoing incoming newly elected self-proclaimed de facto chargé charge d'affaires \
         co-lead investment business sovereign wealth fund human rights government world spiritual guerrilla militia separatist \
         paramount great dear",
    ),
    (Class::ROLE_TIME, "former then ex acting interim late longtime long-time one-time onetime then-u.s."),
    (
        Class::HONORIFIC,
        "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor messrs messrs. sir dame madam madame mme. monsieur m. herr frau señor \
         senor sayyid sayyed hajj hon hon. honorable honourable shahid rev rev. reverend father comrade saint st. u",
    ),
    (
        Class::ROLE,
        "gen gen. lt lt. col col. maj maj. capt capt. sgt sgt. adm adm. cmdr cmdr. brig brig. sen sen. rep rep. gov gov. pres. amb amb. \
         gens. sens. reps. govs. vice-adm. vice-admiral rear-admiral",
    ),
    (
        Class::REGNAL,
        "king queen prince princess emperor empress tsar czar kaiser pope lord lady count countess baron duke duchess earl viscount \
         marquis marquess sheikh shaikh sultan shah emir grand-duke archduke saint ayatollah cardinal rabbi imam mullah patriarch father",
    ),
    (Class::ROLE, "lord lady count countess baron duke duchess earl viscount marquis marquess archduke"),
    (
        Class::FEMALE,
        "mrs mrs. ms ms. miss dame madam madame mme. frau queen princess empress lady countess duchess baroness spokeswoman chairwoman \
         congresswoman she her",
    ),
    (
        Class::GROUP,
        "officials leaders ministers negotiators diplomats envoys ambassadors representatives delegates delegations presidents premiers \
         secretaries chancellors troops forces soldiers fighters rebels insurgents guerrillas militants militias militiamen partisans \
         gunmen commandos paratroopers pilots sailors marines peacekeepers observers inspectors monitors mediators experts advisers \
         advisors aides commanders generals admirals officers authorities lawmakers legislators deputies senators congressmen mps \
         parliamentarians politicians civilians protesters protestors demonstrators rioters settlers refugees workers students \
         activists journalists reporters correspondents hostages prisoners detainees hijackers assassins terrorists separatists \
         nationalists loyalists hardliners dissidents exiles powers allies parties states nations countries governments members \
         signatories heads chiefs rulers kings monarchs princes sheikhs emirs governors mayors councilors councillors \
         warlords clerics bishops elders tribesmen guards police policemen gendarmes agents spies warships ships jets planes aircraft \
         bombers submarines boats vessels battalions brigades divisions squadrons regiments columns units groups factions tribes \
         companies firms banks oligarchs scientists lawyers emissaries intermediaries voters electors citizens nationals \
         residents villagers crowds mobs survivors families people men women mercenaries paramilitaries backbenchers \
         personnel staffers spokesmen counterparts teams commissioners governments-in-exile secretaries-general opponents \
         republics principals professionals patrols artillery consuls sides assailants attackers invaders occupiers \
         stakeholders investigators prosecutors judges historians analysts foreigners missionaries merchants traders creditors donors \
         organizers organisers participants attendees guarantors interlocutors combatants contingents garrisons \
         regulars reservists cadets veterans supporters adherents",
    ),
    (
        Class::GROUP,
        "delegation team contingent garrison crowd mob opposition leadership mission squadron fleet flotilla army navy troupe crew \
         battalion brigade division regiment column force corps convoy militia coalition patrol rebels",
    ),
    (
        Class::INSTITUTION,
        "government parliament cabinet junta regime military administration legislature congress senate assembly ministry embassy \
         consulate judiciary court monarchy republic bureaucracy intelligence air-force army navy police presidency politburo",
    ),
    (
        Class::GROUP_PART,
        "senior top high-level high-ranking leading foreign defense defence interior finance trade energy economic security military \
         naval army navy air ground land sea armed paramilitary guerrilla rebel government governmental opposition regional local \
         federal national provincial municipal political religious tribal ethnic civil society civilian party union press technical \
         riot border police intelligence nuclear weapons expert peace peacekeeping multinational international coalition allied western \
         eastern northern southern central european communist socialist nationalist non-communist democratic republican conservative \
         liberal labor labour pro-government anti-government pro-western loyal royal imperial catholic young student armoured armored \
         special elite regular irregular volunteer occupation invasion occupying expeditionary intervention embassy state senate \
         congressional house presidential prime vice deputy assistant general cabinet financial banking business industry trade-union \
         arms disarmament foreign-policy policy consular diplomatic emergency rescue relief aid humanitarian un-led joint trilateral \
         warring rival opposing feuding minority majority middle-level working-level mid-level islamist jihadist separatist secessionist \
         african asian arab muslim christian suicide fishing war merchant cargo spy fighter member remaining participating contracting \
         signatory neighbouring neighboring regional-security caribbean balkan gulf nordic baltic parliamentary party-list working \
         street radical militant moderate exiled captured surviving wounded american-led field flag chief mountain \
         airborne marine infantry cavalry artillery tank second first third fourth",
    ),
    (
        Class::BODY,
        "ministry department office agency bureau council committee commission parliament congress senate assembly duma party front \
         movement union league alliance organization organisation association federation confederation institute institution university \
         college academy school foundation fund bank corporation company group society court tribunal army navy guard guards corps legion \
         brigade battalion regiment division command fleet squadron force forces police secretariat authority directorate board embassy \
         consulate administration government cabinet junta church synod club chamber bloc coalition brotherhood trust center centre \
         service services mission ltd inc corp llc plc airlines airways air holding holdings times post herald tribune journal news \
         politburo presidium caucus network initiative endowment laboratory observatory taskforce legislature republic",
    ),
    (
        Class::PLACE,
        "river sea ocean lake bay gulf strait straits channel canal island islands isle isles peninsula cape mountain mountains hills hill \
         heights valley plain plateau desert delta pass province region territory district county governorate oblast krai republic \
         prefecture state city town village port harbor harbour airport airfield airbase base station palace castle fortress house \
         hotel hall square street avenue road bridge gate wall park garden gardens forest beach coast border line corridor zone camp \
         monastery cathedral mosque church temple stadium museum library shipyard reservoir dam archipelago atoll crossing cemetery \
         bank ranch estate villa residence quarter building tower theater theatre steppe isthmus",
    ),
    (
        Class::PLACE_FIRST,
        "lake mount fort port cape camp hotel gulf bay strait straits isle port-au villa château chateau palais palazzo schloss",
    ),
    (
        Class::OCCASION,
        "accord accords agreement agreements treaty treaties pact convention protocol declaration communique communiqué memorandum charter \
         constitution act law bill resolution doctrine plan initiative program programme process war wars conflict crisis revolution \
         rebellion uprising revolt intifada coup massacre incident affair offensive operation campaign blockade airlift armistice truce \
         ceasefire conference summit congress talks negotiations dialogue meeting forum round session games olympics cup prize award \
         day anniversary era age period depression famine holocaust genocide election elections referendum plebiscite concession \
         settlement compromise proclamation ultimatum telegram note letter statement principles points report commission amendment \
         decree order partition annexation occupation invasion siege battle raid landing landings mandate question purge reform reforms \
         renaissance reformation enlightenment exposition fair festival universiade championship marathon tournament financing",
    ),
    (
        Class::HELD,
        "conference summit congress talks negotiations dialogue meeting forum round session battle siege games olympics massacre landing \
         landings raid exposition uprising",
    ),
    (
        Class::OCCASION_FIRST,
        "treaty battle siege peace declaration congress convention act war agreement accord accords charter truce armistice \
         massacre fall bombing partition proclamation compromise protocol edict statute concert bay memorandum day",
    ),
    (
        Class::PARTICLE,
        "de la du da das dos del della di von van der den ter zu bin ibn bint ben abu al el ul ud ur as ash at an ad-din y e le d' ap",
    ),
    (Class::SUFFIX, "jr jr. sr sr. ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xxiii"),
    (
        Class::PORTFOLIO,
        "affairs defence defense state interior finance economy trade energy health justice education agriculture transport labor labour \
         environment culture security treasury commerce industry development foreign internal external economic emergency situations \
         intelligence national natural resources science technology staff mission government parliament navy army war information \
         planning oil gas petroleum space sport sports tourism regional public works religious political military arms control \
         international near eastern european eurasian african asian western hemisphere pacific east south central policy \
         management russian-language policy-planning civil budget legal communications railways construction housing",
    ),
    (
        Class::CALENDAR,
        "january february march april may june july august september october november december jan jan. feb feb. mar. apr apr. jun jul \
         aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. monday tuesday wednesday thursday friday saturday sunday mon tue wed \
         thu fri sat sun christmas easter ramadan thanksgiving hanukkah passover yom kippur eid new-year midsummer pentecost epiphany \
         nowruz tet whitsun lent advent ad bc ce bce gmt utc est edt cet am pm a.m. p.m. halloween",
    ),
    (
        Class::DIRECTION,
        "northern southern eastern western central north south east west northeastern northwestern southeastern southwestern \
      north-eastern north-western south-eastern south-western northeast northwest southeast southwest upper lower inner outer mainland coastal",
    ),
    (
        Class::PEOPLE_ADJECTIVE,
        "arab jewish muslim moslem christian catholic orthodox protestant sunni shia shi'a shiite shi'ite druze druse maronite alawite kurdish \
         berber slavic hindu sikh buddhist tamil sinhalese hutu tutsi communist socialist marxist nazi fascist zionist islamist anglican \
         lutheran calvinist mormon slav serb croat bosniak hispanic latino cossack bedouin tuareg zulu xhosa yoruba igbo hausa tigrayan \
         karen shan hmong montagnard roma gypsy mongol viking norman allied confederate unionist loyalist royalist bolshevik menshevik \
         jacobin whig tory federalist republican democratic maoist stalinist trotskyist leninist baathist ba'athist \
         nasserist peronist gaullist",
    ),
    (
        Class::PEOPLE,
        "arabs jews muslims moslems christians catholics protestants sunnis shiites shi'ites shias druze maronites alawites berbers slavs \
         hindus sikhs buddhists tamils hutus tutsis communists socialists marxists nazis fascists zionists islamists bosniaks hispanics \
         cossacks bedouins tuaregs zulus hmong gypsies vikings normans allies confederates unionists loyalists royalists bolsheviks \
         whigs republicans democrats federalists maoists stalinists baathists ba'athists nationalists monarchists separatists \
         khmers chetniks partisans europeans africans asians latins westerners easterners",
    ),
    (
        Class::VERB,
        "said says told met was were is are has have had will would could should may might must can did does do held made took gave went \
         came left won lost sent led fell became began broke brought built chose drew fought found flew got grew kept knew laid put rose \
         ran saw sought shot spoke spent stood struck swore thought threw wrote withdrew understood undertook overthrew forbade \
         wants meets visits calls accepts rejects urges warns hopes insists demands remains seeks plans makes takes holds \
         signs agrees arrives travels hosts welcomes tells announces leaves returns expects wishes sees also never then not himself \
         herself itself who whose whom",
    ),
    (
        Class::BEFORE_PLACE,
        "in at near outside inside around across throughout toward towards reached reach entering entered leaving via along captured \
         capturing seized seizing took retook recaptured occupied occupying bombed besieged besieging liberated evacuated stormed \
         surrounded shelled annexed conquered",
    ),
    (
        Class::BEFORE_PERSON,
        "by with told met asked said including like as named joined urged succeeded accompanied alongside versus \
         informed congratulated praised accused elected appointed replaced whom assured thanked warned",
    ),
    (
        Class::MOTION,
        "moved move moves went go goes flew fly travelled traveled travel travels fled flee withdrew withdraw retreated retreat returned \
         return returns marched march advanced advance sailed sail drove drive came come comes sent send dispatched transferred relocated \
         deported exiled headed heading trip visit journey back road way train flight",
    ),
    (
        Class::NO_NAME,
        "internet nobel bible koran quran qur'an torah god allah christ lord earth web iii english latin arabic hebrew \
         mandarin marxism communism islam christianity judaism hinduism buddhism catholicism zionism covid covid-19 hiv aids gdp icbm \
         slbm mirv abm ok tv photo video source editor note chapter section article figure table appendix page annex part volume \
         title dollar euro pound ruble rouble yen yuan boeing airbus kalashnikov sputnik soyuz apollo hotline \
         fax email tel phone url http https www p.s. ps q a plus minus dr st rd ave \
         detente glasnost perestroika realpolitik leninism stalinism maoism maoist capitalism socialism fascism nazism imperialism",
    ),
    (
        Class::FUNCTION,
        "a an the this that these those i you he she it we they me him her us them my your his its our their mine yours hers ours theirs \
         who whom whose which what when where why how and or but nor so yet for if then else than as at by from in into of off on onto \
         out over to under until up upon with within without about above across after against along among amid around before behind \
         below beneath beside besides between beyond despite down during except inside like near outside past per since through \
         throughout toward towards via while although though because unless whereas whether once is are was were be been being am has \
         have had do does did will would shall should can could may might must not no yes also too very just only even still again \
         already always never often sometimes here there now today yesterday tomorrow tonight later earlier meanwhile however \
         moreover furthermore therefore thus hence instead indeed finally first second third fourth lastly next last each every \
         all any some many much more most few fewer less least several both either neither one two three four five six seven eight \
         nine ten eleven twelve other others another such same own following according given due ahead prior subsequent \
         subsequently nevertheless nonetheless afterward afterwards thereafter eventually initially recently soon shortly immediately \
         suddenly perhaps maybe certainly clearly additionally specifically similarly likewise consequently accordingly overall \
         under-the let's 's 'm 'd 're 've 'll n't regarding concerning notwithstanding amidst rather quite almost nearly \
         everyone everybody everything someone somebody something anyone anybody anything nobody nothing none ever apart aside \
         away back forward together please thank thanks dear hello till mr-the as-yet who's what's hundreds thousands millions",
    ),
];
