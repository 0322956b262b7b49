//! The parts of a presentation that are not its slides: what it consists of, its master, its one layout, its colours and fonts.

use super::EMU;
use super::slide::{escape_attribute, solid};
use crate::export::pdf::About;
use crate::export::svg::escape;
use crate::scene::Ink;
use crate::scene::theme::{Theme, color};
use chrono::Datelike;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
pub const NAMESPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
const RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const EMPTY_TREE: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";
const COLOR_MAP: &str = "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" \
    accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";

/// Names and texts of the parts for some slides of a size, in units of figures.
pub fn of(slides: usize, size: (f32, f32), theme: Theme, about: &About) -> Vec<(String, String)> {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types(slides)),
        (
            "_rels/.rels".to_owned(),
            relationships(&[
                (format!("{RELATIONSHIP}/officeDocument"), "ppt/presentation.xml".to_owned()),
                (
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties".to_owned(),
                    "docProps/core.xml".to_owned(),
                ),
                (format!("{RELATIONSHIP}/extended-properties"), "docProps/app.xml".to_owned()),
            ]),
        ),
        ("docProps/core.xml".to_owned(), core(about)),
        ("docProps/app.xml".to_owned(), app()),
        ("ppt/presentation.xml".to_owned(), presentation(slides, size)),
        ("ppt/_rels/presentation.xml.rels".to_owned(), presentation_relationships(slides)),
        ("ppt/slideMasters/slideMaster1.xml".to_owned(), master(theme)),
        (
            "ppt/slideMasters/_rels/slideMaster1.xml.rels".to_owned(),
            related(&[("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")]),
        ),
        ("ppt/slideLayouts/slideLayout1.xml".to_owned(), layout(size, about.language)),
        ("ppt/slideLayouts/_rels/slideLayout1.xml.rels".to_owned(), related(&[("slideMaster", "../slideMasters/slideMaster1.xml")])),
        ("ppt/notesMasters/notesMaster1.xml".to_owned(), notes_master(about.language)),
        ("ppt/notesMasters/_rels/notesMaster1.xml.rels".to_owned(), related(&[("theme", "../theme/theme2.xml")])),
        ("ppt/theme/theme1.xml".to_owned(), colors_and_fonts(theme)),
        ("ppt/theme/theme2.xml".to_owned(), colors_and_fonts(Theme::Light)),
    ];
    for number in 1..=slides {
        parts.push((
            format!("ppt/slides/_rels/slide{number}.xml.rels"),
            related(&[
                ("slideLayout", "../slideLayouts/slideLayout1.xml"),
                ("notesSlide", &format!("../notesSlides/notesSlide{number}.xml")),
            ]),
        ));
        parts.push((
            format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels"),
            related(&[("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", &format!("../slides/slide{number}.xml"))]),
        ));
    }
    parts
}

fn content_types(slides: usize) -> String {
    let ml = "application/vnd.openxmlformats-officedocument.presentationml";
    let mut overrides = vec![
        ("/ppt/presentation.xml".to_owned(), format!("{ml}.presentation.main+xml")),
        ("/ppt/slideMasters/slideMaster1.xml".to_owned(), format!("{ml}.slideMaster+xml")),
        ("/ppt/slideLayouts/slideLayout1.xml".to_owned(), format!("{ml}.slideLayout+xml")),
        ("/ppt/notesMasters/notesMaster1.xml".to_owned(), format!("{ml}.notesMaster+xml")),
        ("/ppt/theme/theme1.xml".to_owned(), "application/vnd.openxmlformats-officedocument.theme+xml".to_owned()),
        ("/ppt/theme/theme2.xml".to_owned(), "application/vnd.openxmlformats-officedocument.theme+xml".to_owned()),
        ("/docProps/core.xml".to_owned(), "application/vnd.openxmlformats-package.core-properties+xml".to_owned()),
        ("/docProps/app.xml".to_owned(), "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned()),
    ];
    for number in 1..=slides {
        overrides.push((format!("/ppt/slides/slide{number}.xml"), format!("{ml}.slide+xml")));
        overrides.push((format!("/ppt/notesSlides/notesSlide{number}.xml"), format!("{ml}.notesSlide+xml")));
    }
    let overrides: String =
        overrides.iter().map(|(name, kind)| format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>")).collect();
    format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{overrides}</Types>"
    )
}

/// Relationships of kinds and targets, numbered rId1, rId2 and so on.
fn relationships(list: &[(String, String)]) -> String {
    let each = |(index, (kind, target)): (usize, &(String, String))| {
        format!("<Relationship Id=\"rId{}\" Type=\"{kind}\" Target=\"{target}\"/>", index + 1)
    };
    let list: String = list.iter().enumerate().map(each).collect();
    format!("{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{list}</Relationships>")
}

fn related(list: &[(&str, &str)]) -> String {
    let list: Vec<_> = list.iter().map(|(kind, target)| (format!("{RELATIONSHIP}/{kind}"), (*target).to_owned())).collect();
    relationships(&list)
}

fn presentation_relationships(slides: usize) -> String {
    let mut list = vec![
        (format!("{RELATIONSHIP}/slideMaster"), "slideMasters/slideMaster1.xml".to_owned()),
        (format!("{RELATIONSHIP}/notesMaster"), "notesMasters/notesMaster1.xml".to_owned()),
        (format!("{RELATIONSHIP}/theme"), "theme/theme1.xml".to_owned()),
    ];
    list.extend((1..=slides).map(|n| (format!("{RELATIONSHIP}/slide"), format!("slides/slide{n}.xml"))));
    relationships(&list)
}

fn presentation(slides: usize, (width, height): (f32, f32)) -> String {
    // Ids of slides begin at 256; their relationships come after those of the masters and the theme.
    let ids: String = (0..slides).map(|n| format!("<p:sldId id=\"{}\" r:id=\"rId{}\"/>", 256 + n, 4 + n)).collect();
    let (cx, cy) = ((width * EMU).round() as i64, (height * EMU).round() as i64);
    format!(
        "{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts=\"1\"><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>\
         <p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst>\
         <p:sldSz cx=\"{cx}\" cy=\"{cy}\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
    )
}

fn master(theme: Theme) -> String {
    let levels: String = (1..=9).map(|n| format!("<a:lvl{n}pPr><a:defRPr sz=\"1400\"/></a:lvl{n}pPr>")).collect();
    format!(
        "{HEAD}<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{}<a:effectLst/></p:bgPr></p:bg><p:spTree>{EMPTY_TREE}</p:spTree></p:cSld>{COLOR_MAP}\
         <p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr><a:defRPr sz=\"2800\" b=\"1\"/>\
         </a:lvl1pPr></p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle>{levels}</p:otherStyle></p:txStyles></p:sldMaster>",
        solid(theme, Ink::Paper)
    )
}

fn layout((width, height): (f32, f32), language: &str) -> String {
    let language = escape_attribute(language);
    let (cx, cy) = ((width * EMU * 0.9).round() as i64, (height * EMU * 0.1).round() as i64);
    let (x, y) = ((width * EMU * 0.05).round() as i64, (height * EMU * 0.05).round() as i64);
    format!(
        "{HEAD}<p:sldLayout {NAMESPACES} type=\"titleOnly\" preserve=\"1\"><p:cSld name=\"Figure\"><p:spTree>{EMPTY_TREE}<p:sp><p:nvSpPr>\
         <p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>\
         <a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"{language}\"/></a:p>\
         </p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )
}

fn notes_master(language: &str) -> String {
    let placeholder = |id: u32, name: &str, kind: &str, y: u32, height: u32, body: &str| {
        format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>\
             <p:spPr><a:xfrm><a:off x=\"685800\" y=\"{y}\"/><a:ext cx=\"5486400\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>\
             {body}</p:sp>"
        )
    };
    let image = placeholder(2, "Slide", "type=\"sldImg\"", 685_800, 3_086_100, "");
    let language = escape_attribute(language);
    let text = format!("<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"{language}\"/></a:p></p:txBody>");
    let body = placeholder(3, "Notes", "type=\"body\" idx=\"1\"", 4_114_800, 4_343_400, &text);
    format!(
        "{HEAD}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg><p:spTree>{EMPTY_TREE}{image}{body}\
         </p:spTree></p:cSld>{COLOR_MAP}<p:notesStyle><a:lvl1pPr><a:defRPr sz=\"1100\"/></a:lvl1pPr></p:notesStyle></p:notesMaster>"
    )
}

/// The theme part: the inks of the figure as the presentation's colours, Arial as its font.
fn colors_and_fonts(theme: Theme) -> String {
    let hex = |ink: Ink| {
        let [r, g, b] = color(theme, ink);
        format!("<a:srgbClr val=\"{r:02X}{g:02X}{b:02X}\"/>")
    };
    let inks = [
        ("dk1", Ink::Ink),
        ("lt1", Ink::Paper),
        ("dk2", Ink::Ink2),
        ("lt2", Ink::Ahead),
        ("accent1", Ink::Accent),
        ("accent2", Ink::Published),
        ("accent3", Ink::Span),
        ("accent4", Ink::Ink3),
        ("accent5", Ink::Today),
        ("accent6", Ink::Warning),
        ("hlink", Ink::Accent),
        ("folHlink", Ink::Ink2),
    ];
    let colors: String = inks.iter().map(|(name, ink)| format!("<a:{name}>{}</a:{name}>", hex(*ink))).collect();
    let font = |name: &str| format!("<a:{name}><a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:{name}>");
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = |w: u32| format!("<a:ln w=\"{w}\">{fill}</a:ln>");
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    format!(
        "{HEAD}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Demarche\"><a:themeElements>\
         <a:clrScheme name=\"Demarche\">{colors}</a:clrScheme><a:fontScheme name=\"Demarche\">{}{}</a:fontScheme><a:fmtScheme name=\"Demarche\">\
         <a:fillStyleLst>{fill}{fill}{fill}</a:fillStyleLst><a:lnStyleLst>{}{}{}</a:lnStyleLst><a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst>\
         <a:bgFillStyleLst>{fill}{fill}{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>",
        font("majorFont"),
        font("minorFont"),
        line(6350),
        line(12_700),
        line(19_050)
    )
}

fn core(about: &About) -> String {
    let author = about.author.map(|a| format!("<dc:creator>{}</dc:creator>", escape(a))).unwrap_or_default();
    let created = about.date.filter(|d| (1..=9999).contains(&d.year())).map(|d| {
        let day = d.format("%Y-%m-%d");
        format!(
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created>\
             <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:modified>"
        )
    });
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>{author}<dc:language>{}</dc:language>{}</cp:coreProperties>",
        escape(about.title),
        escape(about.language),
        created.unwrap_or_default()
    )
}

fn app() -> String {
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Demarche</Application></Properties>"
    )
}
